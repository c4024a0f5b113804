import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** GitHub's command line in `folder`/bin: it writes down what it was asked, knows the pull request $OPEN, and opens none where $FAULT says why. */
export function pretendGh(folder: string): void {
  mkdirSync(join(folder, "bin"), { recursive: true });
  writeFileSync(
    join(folder, "bin/gh"),
    `#!/bin/sh
echo "$@" >> "${folder}/calls"
case "$*" in
  *state=open*) printf '%s' "$OPEN" ;;
  "pr create"*)
    [ -z "$FAULT" ] || { echo "pull request create failed: GraphQL: $FAULT (createPullRequest)" >&2; exit 1; }
    echo "https://github.com/$GH_REPO/pull/9"
    ;;
esac
`,
    { mode: 0o755 },
  );
}

/** What it was asked, a line a call. */
export const callsOfGh = (folder: string): string[] =>
  existsSync(join(folder, "calls"))
    ? readFileSync(join(folder, "calls"), "utf8").replaceAll(folder, "TEMP").trim().split("\n")
    : [];

export const forbidden = "GitHub Actions is not permitted to create or approve pull requests";
