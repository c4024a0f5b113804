#!/bin/sh
# Runs the command of a choice of workflows/maintain.yml. Writes what it printed and changed to RUNNER_TEMP/proposal, for propose.sh, and the
# name and title of the proposal as outputs. TASK, INPUT and NAME come from a person: to every command they are text, never options or code.
set -eu

# sh reads all of a brace before it runs it: an upgrade replaces this file.
{
out=$RUNNER_TEMP/proposal
lock=workspaces/images.lock.json
where='Actions → Maintain → Run workflow'
mkdir -p "$out"

# An annotation of the run: its level, then its text from the input.
annotate() {
  text=$(tr -d '\000-\010\013-\037\177' | sed '/^See npm run/d' | head -c 3000 | iconv -c -f utf-8 -t utf-8 | sed 's/%/%25/g' |
    awk 'NR > 1 { printf "%%0A" } { printf "%s", $0 }')
  printf '::%s::%s\n' "$1" "$text"
}
refuse() {
  annotate error
  exit 1
}

input=$(printf '%s' "$INPUT" | sed 's/^[[:space:]]*//; s/[[:space:]]*$//')
case $TASK in
  'Import from an address')
    name=import title='Import a registry'
    cure="In the browser: $where, and write the address of a public repository of the official template, like https://github.com/owner/kasm-registry. An import needs a registry without workspaces of its own: delete their folders first."
    case $input in
      https://* | http://* | ssh://* | git://* | file://*) ;;
      *) printf 'This is no address of a repository.\n%s\n' "$cure" | refuse ;;
    esac
    set -- import -- "$input"
    ;;
  Fix)
    name=fix title='Make the repairs that are safe'
    cure='The report of the run says which file could not be repaired; edit that file.'
    set -- fix --write
    ;;
  'Add a Kasm version')
    version=$(printf '%s' "$input" | tr -cd 'a-z0-9.' | cut -c 1-20)
    name=add-version-$version title="Add Kasm $version to the workspaces"
    cure="In the browser: $where, and write the version, like 1.19.x."
    set -- add-version -- "$input"
    ;;
  Upgrade)
    name=upgrade title='Upgrade to the newest release of the template'
    cure="In the browser: $where, and write the address of the template, which GitHub shows below the name of your repository (\"generated from\"), like https://github.com/owner/template. To name the release that you have, write it after the address, with a space between."
    template=${input%%[[:space:]]*}
    release=$(printf '%s' "${input#"$template"}" | sed 's/^[[:space:]]*//')
    case $template in
      '' | *://*) ;;
      *) template='' release=$input ;;
    esac
    set -- upgrade ${release:+"--from=$release"} -- ${template:+"$template"}
    ;;
  Images)
    name=images title='Update what is known about the images'
    cure="The file $lock may be damaged: delete it, and run this again."
    if [ "${GITHUB_EVENT_NAME:-}" = schedule ] && [ ! -e "$lock" ]; then
      echo "::notice::There is no $lock, so nothing is asked. To begin: $where → Images"
      exit
    fi
    set -- images --init
    ;;
  'New from docker run')
    name=new title='Add a workspace'
    cure="In the browser: $where, and paste the whole docker run command, from \"docker run\" to the image. A name of its own goes into the field below it."
    # A field of one line joins the lines of a command that went on after a backslash.
    printf '%s\n' "$input" | sed 's/ \\ \{1,\}/ /g; s/\\ \{2,\}/ /g' > "$RUNNER_TEMP/docker-run.txt"
    set -- new --yes "--from=$RUNNER_TEMP/docker-run.txt" ${NAME:+"--name=$NAME"}
    ;;
  *) echo 'There is no such task.' | refuse ;;
esac

command=$1
shift
status=0
node "scripts/$command.ts" "$@" > "$out/report.txt" 2> "$RUNNER_TEMP/errors.txt" || status=$?
isDone=$([ -s "$out/report.txt" ] && echo yes || echo no)
cat "$RUNNER_TEMP/errors.txt" >> "$out/report.txt"
# Nothing that was printed is a command to the runner.
marker=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '::stop-commands::%s\n' "$marker"
cat "$out/report.txt"
printf '\n::%s::\n' "$marker"

if [ -n "$(git diff --name-only --diff-filter=U)" ]; then
  printf 'In the browser: open each file marked "conflict" under "Files changed" → … → "Edit file", keep the right lines, commit. Merge after that.\n' >> "$out/report.txt"
fi
if [ "$command" = images ] && [ -e "$lock" ]; then
  # The days of asking are no news.
  news() { sed 's/"checked":"[0-9-]*"//'; }
  [ "$(git show "HEAD:$lock" 2> /dev/null | news)" != "$(news < "$lock")" ] || git checkout --quiet HEAD -- "$lock"
  echo "Once this is merged, $where → Fix writes the measured sizes." >> "$out/report.txt"
fi

git add --all
# What .gitignore matches as well: a workspace is published whole.
for folder in workspaces public; do
  [ ! -e "$folder" ] || git add --all --force -- "$folder"
done
git diff --cached --binary --full-index --no-renames --no-ext-diff --no-textconv --no-color HEAD > "$out/change.patch"

if [ $status -ne 0 ]; then
  if [ $isDone = no ] || [ ! -s "$out/change.patch" ]; then
    printf '%s\n' "$cure" | cat "$out/report.txt" - | refuse
  fi
  echo "Not everything could be done (exit status $status)." >> "$out/report.txt"
fi
if [ "$command" = new ]; then
  folder=$(git -c core.quotePath=false diff --cached --name-only HEAD -- 'workspaces/*/workspace.json' | head -n 1 |
    sed 's,^"*workspaces/,,; s,/.*,,')
  # A name without Latin letters leaves nothing; the number of the run tells it from others.
  slug=$(printf '%s' "$folder" | LC_ALL=C tr 'A-Z' 'a-z' | LC_ALL=C tr -cs 'a-z0-9' '-' | sed 's/^-//' | cut -c 1-60 | sed 's/-$//')
  name=new-${slug:-$GITHUB_RUN_ID} title="Add the workspace $folder"
fi
if [ ! -s "$out/change.patch" ]; then
  { echo 'Nothing changed, so there is no pull request to open.'; cat "$out/report.txt"; } | annotate notice
elif ! git diff --cached --quiet HEAD -- .github/workflows; then
  cp -R .github/workflows "$out/"
fi
printf 'name=%s\ntitle=%s\n' "$name" "$title" >> "$GITHUB_OUTPUT"
exit
}
