import { quote } from "../review/docker-run/quote.ts";
import type { Identity, Origin } from "../registry/model/types.ts";

/** Commands that verify a site; null where what they need is not known. */
export interface VerifyCommands {
  whole: string;
  byHand: string;
  attestation: string | null;
  rebuild: string | null;
}

/** The commands for a site of this address and origin. They run in a POSIX shell; what a stranger's registry says is quoted. */
export function verifyCommands({ url }: Pick<Identity, "url">, origin: Origin): VerifyCommands {
  const { repository, commit, workflow = "", attested } = origin;
  const name = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(repository ?? "")?.[1];
  const signer = attested ? name : undefined;
  const [path = "", ref = ""] = workflow.split("@");
  return {
    whole: `npm run verify -- ${quote(url)}${signer === undefined ? "" : ` --repo ${quote(signer)}`}`,
    byHand: block([
      `site=${quote(url)}`,
      "mkdir served",
      "cd served",
      'curl -gfsSLO "${site}SHA256SUMS"',
      // A name that leads out of the folder, or that a program of the reader obeys (.git), is not fetched, and so not whole.
      String.raw`cut -c67- SHA256SUMS | grep -vE '^/|(^|/)\.' | while IFS= read -r file; do`,
      `  curl -gfsSL --create-dirs -o "$file" "$site$(printf %s "$file" | jq -sRr 'split("/") | map(@uri) | join("/")')" || :`,
      "done",
      String.raw`grep -vE '^.{66}(.*/)?\.' SHA256SUMS | sha256sum --check --strict --quiet && echo whole`,
    ]),
    attestation:
      signer === undefined
        ? null
        : block([
            `curl -gfsSLO ${quote(`${url}SHA256SUMS`)}`,
            `gh attestation verify SHA256SUMS --repo ${quote(signer)} \\`,
            `  --signer-workflow ${quote(path)} \\`,
            `  --source-ref ${quote(ref)}`,
          ]),
    rebuild:
      repository === undefined || commit === undefined
        ? null
        : block([
            `git clone ${quote(repository)} registry`,
            "cd registry",
            `git checkout ${quote(commit)}`,
            "npm ci",
            ...variables(origin).map((variable) => `${variable} \\`),
            `npm run build -- --site ${quote(url)} --out rebuilt`,
            `curl -gfsSL ${quote(`${url}SHA256SUMS`)} | diff - rebuilt/SHA256SUMS && echo the same`,
          ]),
  };
}

/** Lines for a shell of their own: the first that fails ends it, and the reader's shell stays in its folder. `a && b` would not end it. */
function block(lines: readonly string[]): string {
  return ["(set -e", ...lines, ")"].join("\n");
}

/** What a workflow says to a build beside the commit, which git says as well. */
function variables({ repository = "", workflow, attested }: Origin): string[] {
  const [, server, name] = /^(https?:\/\/[^/]+)\/(.+)$/.exec(repository) ?? [];
  if (workflow === undefined || server === undefined || name === undefined) return [];
  return [
    ...(server === "https://github.com" ? [] : [`GITHUB_SERVER_URL=${quote(server)}`]),
    `GITHUB_REPOSITORY=${quote(name)}`,
    `GITHUB_WORKFLOW_REF=${quote(workflow)}`,
    ...(attested ? ["ATTESTED=true"] : []),
  ];
}
