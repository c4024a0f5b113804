#!/bin/sh
# Proposes the changed images.lock.json as a pull request, with what `npm run images` and `npm run check` printed into images.txt and
# check.txt of RUNNER_TEMP. workflows/images.yml runs it.
set -eu

lock=workspaces/images.lock.json
branch=update-images-lock
title='Update what is known about the images'

if [ ! -e "$lock" ]; then
  echo "::notice::There is no $lock, so nothing is asked. To begin: npm run images -- --init"
  exit
fi

# The owner as well: a stranger's branch may have the same name.
number=$(gh api "repos/$GH_REPO/pulls?state=open&head=${GH_REPO%%/*}:$branch" --jq '.[0].number // empty')

# The days of asking are no news.
news() { sed 's/"checked":"[0-9-]*"//'; }
if [ "$(git show "HEAD:$lock" | news)" = "$(news < "$lock")" ]; then
  echo "::notice::Nothing is new about the images, so there is no pull request to open."
  [ -z "$number" ] || gh pr close "$number" --comment "The images are again as $lock says."
  exit
fi

# Indented lines are code to Markdown, whatever is in them, and 65,536 characters are the most that GitHub takes.
quoted() {
  tail -n "$2" "$RUNNER_TEMP/$1" | tr -d '\000-\010\013-\037\177' | cut -c 1-300 | sed 's/^/    /'
  echo
}
body=$RUNNER_TEMP/body.md
{
  printf 'What container registries say about the images of the workspaces has changed. `npm run images`:\n\n'
  quoted images.txt 150
  printf 'The last lines of `npm run check` with these facts; GitHub starts no other check for a pull request made by a workflow:\n\n'
  quoted check.txt 20
  printf '`npm run fix` shows the sizes that it can correct. The next run makes this branch anew: what you add to it is lost.\n'
} > "$body"

git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet -m "$title" -m "Container registries say something else than before; npm run images asked them." -- "$lock"
git -c credential.helper='!gh auth git-credential' push --quiet --force origin "HEAD:refs/heads/$branch"

if [ -n "$number" ]; then
  # gh pr edit asks for projects as well, which this token may not see: https://github.com/cli/cli/issues/8784
  gh api --silent --method PATCH "repos/$GH_REPO/pulls/$number" -F "body=@$body"
  echo "::notice::Pull request $number says what is new."
elif ! gh pr create --base "$GITHUB_REF_NAME" --head "$branch" --title "$title" --body-file "$body" 2> "$RUNNER_TEMP/fault.txt"; then
  cat "$RUNNER_TEMP/fault.txt" >&2
  ! grep -q 'not permitted to create or approve pull requests' "$RUNNER_TEMP/fault.txt" ||
    echo "::error::Workflows may not open pull requests here. Tick Settings → Actions → General → Workflow permissions → \"Allow GitHub Actions to create and approve pull requests\", and run this again. The branch $branch is pushed already: $GITHUB_SERVER_URL/$GH_REPO/compare/$branch?expand=1 opens a pull request by hand."
  exit 1
fi
