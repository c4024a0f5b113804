#!/bin/sh
# Proposes RUNNER_TEMP/proposal/change.patch as a pull request from the branch maintain-NAME, with the end of report.txt and check.txt beside
# it as its text. workflows/maintain.yml runs this where the token may write, and nothing that the patch changes.
set -eu

proposal=$RUNNER_TEMP/proposal
branch=maintain-$NAME
case $branch in
  *[!a-z0-9.-]*) echo "::error::There is no branch of this name to propose."; exit 1 ;;
esac

# The owner as well: a stranger's branch may have the same name.
number=$(gh api "repos/$GH_REPO/pulls?state=open&head=${GH_REPO%%/*}:$branch" --jq '.[0].number // empty')

if [ ! -s "$proposal/change.patch" ]; then
  [ -z "$number" ] || gh pr close "$number" --comment "There is nothing left to propose: $GITHUB_REF_NAME is already as \"$TASK\" would make it."
  exit
fi

# Into the index alone: no file that runs here changes.
git apply --cached --whitespace=nowarn "$proposal/change.patch"
git diff --cached --no-renames --name-status HEAD -- .github/workflows > "$RUNNER_TEMP/workflows.txt"

# Indented lines are code to Markdown, whatever is in them, and 65,536 characters are the most that GitHub takes.
quoted() {
  tail -n "$2" "$proposal/$1" | tr -d '\000-\010\013-\037\177' | cut -c 1-300 | iconv -c -f utf-8 -t utf-8 | sed 's/^/    /'
  echo
}

# GitHub lets no workflow change workflows: a person has to, in the branch $1.
workflows() {
  [ -s "$RUNNER_TEMP/workflows.txt" ] || return 0
  printf 'GitHub lets no workflow change files below `.github/workflows/`, so these are **not in this pull request**. Change them yourself before you merge: open the link, replace the whole text by the one below it, and commit to the branch `%s`.\n\n' "$1"
  left=$((63000 - $(wc -c < "$body")))
  while read -r kind path; do
    file=${path##*/}
    base=$GITHUB_SERVER_URL/$GH_REPO
    case $kind in
      D) printf '* Delete %s\n\n' "$base/delete/$1/$path"; continue ;;
      A) printf '* New: %s\n\n' "$base/new/$1/.github/workflows?filename=$file" ;;
      *) printf '* Changed: %s\n\n' "$base/edit/$1/$path" ;;
    esac
    git show ":$path" | sed 's/^/      /' > "$RUNNER_TEMP/workflow.txt"
    left=$((left - $(wc -c < "$RUNNER_TEMP/workflow.txt")))
    if [ "$left" -gt 0 ]; then
      cat "$RUNNER_TEMP/workflow.txt"
    else
      printf '  Its text is in the artifact "proposal" at %s, file workflows/%s\n' "$base/actions/runs/$GITHUB_RUN_ID" "$file"
    fi
    echo
  done < "$RUNNER_TEMP/workflows.txt"
}

body=$RUNNER_TEMP/body.md
{
  printf '*Maintain* → *%s* made this. It printed:\n\n' "$TASK"
  quoted report.txt 120
  printf 'The last lines of the checks with this change; GitHub starts no other check for a pull request made by a workflow:\n\n'
  quoted check.txt 20
  printf 'The next run for the same makes this branch anew: what you add to it is lost.\n\n'
} > "$body"
edited=$branch
git diff --cached --quiet HEAD -- . ':!.github/workflows' && edited=$GITHUB_REF_NAME
workflows "$edited" > "$RUNNER_TEMP/workflows.md"
cat "$RUNNER_TEMP/workflows.md" >> "$body"

# An annotation of the run, and the top of its summary, where the text follows; addresses are links there.
conclude() {
  echo "::$1::$2"
  { printf '%s\n\n' "$2"; cat "$body"; } >> "$GITHUB_STEP_SUMMARY"
}
if [ "$edited" = "$GITHUB_REF_NAME" ]; then
  conclude notice 'Only files below .github/workflows/ change, so there is no pull request. The summary of this run says how to change them by hand.'
  exit
fi
[ ! -s "$RUNNER_TEMP/workflows.txt" ] || git reset --quiet HEAD -- .github/workflows

git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet -m "$TITLE" -m "Made by the workflow Maintain: $TASK"
git -c credential.helper='!gh auth git-credential' push --quiet --force origin "HEAD:refs/heads/$branch"

if [ -n "$number" ]; then
  # gh pr edit asks for projects as well, which this token may not see: https://github.com/cli/cli/issues/8784
  gh api --silent --method PATCH "repos/$GH_REPO/pulls/$number" -F "body=@$body"
  conclude notice "The pull request: $GITHUB_SERVER_URL/$GH_REPO/pull/$number"
elif url=$(gh pr create --base "$GITHUB_REF_NAME" --head "$branch" --title "$TITLE" --body-file "$body" 2> "$RUNNER_TEMP/fault.txt"); then
  conclude notice "The pull request: $url"
else
  cat "$RUNNER_TEMP/fault.txt" >&2
  ! grep -q 'not permitted to create or approve pull requests' "$RUNNER_TEMP/fault.txt" ||
    conclude error "Workflows may not open pull requests here: open this one by hand at $GITHUB_SERVER_URL/$GH_REPO/compare/$branch?expand=1 (the branch is pushed), and tick Settings → Actions → General → Workflow permissions → \"Allow GitHub Actions to create and approve pull requests\" for the next ones."
  exit 1
fi
