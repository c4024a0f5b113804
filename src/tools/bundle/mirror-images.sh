#!/bin/sh
# Copies every image that this registry's workspaces pull (images.txt) with skopeo, all architectures, no docker daemon needed.
#
#   ./mirror-images.sh FOLDER                          from the internet into a folder, to be carried over
#   ./mirror-images.sh --from FOLDER docker://HOST     from that folder into a registry of your own
#   ./mirror-images.sh docker://HOST/PREFIX            from the internet straight into it
#
# Images keep their whole names below HOST/PREFIX: docker.io/kasmweb/chromium:1.18.0 becomes HOST/PREFIX/docker.io/kasmweb/chromium:1.18.0.
#   --only PATTERN   copies images whose name matches alone, for instance 'docker.io/kasmweb/*'
#   --size           says how much there is to copy for this machine's architecture, and copies nothing
# Log in before (skopeo login HOST). SKOPEO_FLAGS is passed on to every copy, for instance "--dest-tls-verify=false".
set -eu

usage() { sed -n '2,11s/^# \{0,1\}//p' "$0"; }
wrong() { usage >&2; exit 2; }

from='' only='*' size=''
while [ $# -gt 0 ]; do
  case $1 in
    --from) [ $# -ge 2 ] || wrong; from=$2; shift 2 ;;
    --only) [ $# -ge 2 ] || wrong; only=$2; shift 2 ;;
    --size) size=1; shift ;;
    -*) wrong ;;
    *) break ;;
  esac
done
[ -n "$size" ] || [ $# -eq 1 ] || wrong
to=${1:-}
to=${to%/}
list=$(dirname "$0")/images.txt
command -v skopeo > /dev/null || { echo "skopeo is not installed. See https://github.com/containers/skopeo" >&2; exit 1; }
[ -r "$list" ] || { echo "$list is missing. It belongs beside this script." >&2; exit 1; }

# The repository with its host, whose port no path of a registry may hold: localhost:5000/a/b:1 -> localhost_5000/a/b.
repository_of() {
  name=${1%%@*}
  host=${name%%/*}
  path=${name#*/}
  printf '%s/%s\n' "$(printf '%s' "$host" | tr ':A-Z' '_a-z')" "${path%%:*}"
}
# docker.io/kasmweb/chromium:1.18.0 -> docker.io/kasmweb/chromium/_1.18.0. No repository has a part that begins with _ or -, and no tag begins with -.
folder_of() {
  case $1 in
    */*:*@*) folder_of "${1%%@*}" ;;
    *@*) printf '%s/-%s\n' "$(repository_of "$1")" "$(printf '%s' "${1##*@}" | tr ':' '-')" ;;
    *) printf '%s/_%s\n' "$(repository_of "$1")" "${1##*:}" ;;
  esac
}
# A digest cannot be written to, so such an image gets a tag made from it.
name_of() {
  case $1 in
    */*:*@*) name_of "${1%%@*}" ;;
    *@*) printf '%s:%s\n' "$(repository_of "$1")" "$(printf '%s' "${1##*@}" | tr ':' '-' | cut -c 1-128)" ;;
    *) printf '%s:%s\n' "$(repository_of "$1")" "${1##*:}" ;;
  esac
}
place_of() { case $to in docker://*) name_of "$1" ;; *) folder_of "$1" ;; esac; }

# All places first: no image may take another one's, on disks that do not tell A from a either.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
while IFS= read -r image; do
  # shellcheck disable=SC2254 # a pattern
  case $image in "" | \#*) ;; $only | $only@*) printf '%s\n' "$image" ;; esac
done < "$list" > "$work/images"
while IFS= read -r image; do printf '%s %s\n' "$(place_of "$image")" "$image"; done < "$work/images" > "$work/places"
fold=cat
case $to in docker://*) ;; *) fold="tr A-Z a-z" ;; esac
cut -d ' ' -f 1 "$work/places" | $fold | sort | uniq -d > "$work/twice"
if [ -s "$work/twice" ]; then
  echo "Two images would go to one place. Nothing was copied." >&2
  while read -r place; do
    while read -r its image; do [ "$(printf '%s' "$its" | $fold)" != "$place" ] || echo "  $place: $image" >&2; done < "$work/places"
  done < "$work/twice"
  exit 1
fi

# With a digest behind its tag, an image is copied by the digest: the tag may have moved since it was looked at. skopeo takes no name with both.
source_of() {
  if [ -n "$from" ]; then printf 'dir:%s/%s\n' "$from" "$(folder_of "$1")"; return; fi
  case $1 in
    */*:*@*) name=${1%%@*}; printf 'docker://%s@%s\n' "${name%:*}" "${1##*@}" ;;
    *) printf 'docker://%s\n' "$1" ;;
  esac
}

if [ -n "$size" ]; then
  while IFS= read -r image; do
    skopeo inspect --format '{{range .LayersData}}{{.Digest}} {{.Size}}{{println}}{{end}}' "$(source_of "$image")" < /dev/null
  done < "$work/images" | sort -u | awk 'NF == 2 { sum += $2 } END { printf "%.1f GB, each layer once.\n", sum / 1e9 }'
  exit
fi

failed=0
total=0
while IFS= read -r image; do
  total=$((total + 1))
  case $to in
    docker://*) target=$to/$(place_of "$image") ;;
    *) target=dir:$to/$(place_of "$image"); mkdir -p "$to/$(place_of "$image")" ;;
  esac
  echo "$image"
  # shellcheck disable=SC2086 # SKOPEO_FLAGS holds several words
  skopeo copy --all --preserve-digests --retry-times 3 --quiet ${SKOPEO_FLAGS:-} "$(source_of "$image")" "$target" < /dev/null || { failed=$((failed + 1)); echo "  not copied: $image" >&2; }
done < "$work/images"

echo "$((total - failed)) of $total images copied."
[ "$failed" -eq 0 ]
