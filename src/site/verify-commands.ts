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
export function verifyCommands(
  { url }: Pick<Identity, "url">,
  { repository, commit, workflow }: Origin,
): VerifyCommands {
  const name = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(repository ?? "")?.[1];
  const [path = "", ref = ""] = workflow?.split("@") ?? [];
  const site = `site=${quote(url)}`;
  const isAttested = name !== undefined && path.startsWith(`${name}/`) && ref !== "";
  const environment = isAttested
    ? `GITHUB_REPOSITORY=${quote(name)} \\\n  GITHUB_WORKFLOW_REF=${quote(workflow ?? "")} \\\n  `
    : "";
  return {
    whole: `npm run verify -- ${quote(url)}${isAttested ? ` --repo ${quote(name)}` : ""}`,
    byHand: [
      site,
      'mkdir served && cd served && curl -fsO "${site}SHA256SUMS"',
      // A name that leads out of the folder is not fetched, and so not whole.
      String.raw`cut -c67- SHA256SUMS | grep -vE '^/|(^|/)\.\.(/|$)|^\.nojekyll$' | while IFS= read -r file; do`,
      `  curl -fs --create-dirs -o "$file" "$site$(printf %s "$file" | jq -sRr 'split("/") | map(@uri) | join("/")')"`,
      "done",
      "grep -v '  .nojekyll$' SHA256SUMS | sha256sum --check --quiet && echo whole",
    ].join("\n"),
    attestation: isAttested
      ? [
          `curl -fsO ${quote(`${url}SHA256SUMS`)}`,
          `gh attestation verify SHA256SUMS --repo ${quote(name)} \\`,
          `  --signer-workflow ${quote(path)} \\`,
          `  --source-ref ${quote(ref)}`,
        ].join("\n")
      : null,
    rebuild:
      repository !== undefined && commit !== undefined
        ? [
            `git clone ${quote(repository)} registry && cd registry`,
            `git checkout ${quote(commit)} && npm ci`,
            `${environment}npm run build -- --site ${quote(url)} --out rebuilt`,
            `curl -fs ${quote(`${url}SHA256SUMS`)} | diff - rebuilt/SHA256SUMS && echo the same`,
          ].join("\n")
        : null,
  };
}
