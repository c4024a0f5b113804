#!/bin/sh
# Copies every image that this registry's workspaces pull (images.txt) with skopeo, all architectures, no docker daemon needed.
#
#   ./mirror-images.sh FOLDER                          from the internet into a folder, to be carried over
#   ./mirror-images.sh --from FOLDER docker://HOST     from that folder into a registry of your own
#   ./mirror-images.sh docker://HOST/PREFIX            from the internet straight into it
#
# Images keep their names below HOST/PREFIX: docker.io/kasmweb/chromium:1.18.0 becomes HOST/PREFIX/kasmweb/chromium:1.18.0.
# Log in before (skopeo login HOST). SKOPEO_FLAGS is passed on to every copy, for instance "--dest-tls-verify=false".
set -eu

usage() { sed -n '2,9s/^# \{0,1\}//p' "$0"; }

from=
if [ "${1:-}" = "--from" ]; then
  [ $# -ge 2 ] || { usage >&2; exit 2; }
  from=$2
  shift 2
fi
case "${1:-}" in
  "" | -*) usage >&2; exit 2 ;;
esac
to=${1%/}
list=$(dirname "$0")/images.txt
command -v skopeo > /dev/null || { echo "skopeo is not installed. See https://github.com/containers/skopeo" >&2; exit 1; }
[ -r "$list" ] || { echo "$list is missing. It belongs beside this script." >&2; exit 1; }

# docker.io/kasmweb/chromium:1.18.0 -> docker.io/kasmweb/chromium/1.18.0: a folder for each image.
folder_of() { printf '%s\n' "$1" | tr '@:' '//'; }

twice=$(sed 's,^[^/]*/,,' "$list" | sort | uniq -d)
case $to in docker://*) [ -z "$twice" ] || { echo "These names come from two hosts; one will replace the other:" >&2; echo "$twice" >&2; } ;; esac

failed=0
total=0
while IFS= read -r image; do
  case $image in "" | \#*) continue ;; esac
  total=$((total + 1))
  if [ -n "$from" ]; then source=dir:$from/$(folder_of "$image"); else source=docker://$image; fi
  case $to in
    docker://*) target=$to/${image#*/} ;;
    *) target=dir:$to/$(folder_of "$image"); mkdir -p "$to/$(folder_of "$image")" ;;
  esac
  # A tag is kept; a digest cannot be written to, so such an image gets a tag made from it.
  case $target in docker://*@*) target=${target%@*}:$(printf '%s' "${target##*@}" | tr ':' '-' | cut -c 1-128) ;; esac
  echo "$image"
  # shellcheck disable=SC2086 # SKOPEO_FLAGS holds several words
  skopeo copy --all --retry-times 3 --quiet ${SKOPEO_FLAGS:-} "$source" "$target" < /dev/null || { failed=$((failed + 1)); echo "  not copied: $image" >&2; }
done < "$list"

echo "$((total - failed)) of $total images copied."
[ "$failed" -eq 0 ]
