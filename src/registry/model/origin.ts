import { detectSource } from "./address.ts";
import type { GitLog, Identity, Origin } from "./types.ts";

/** Where a build comes from: a workflow of GitHub says so in its environment, elsewhere git does. publish.yml sets ATTESTED. */
export function originOf(
  env: Record<string, string | undefined>,
  { source }: Pick<Identity, "source">,
  { head }: Pick<GitLog, "head">,
): Origin {
  const repository = detectSource({ env, remote: null }) ?? source;
  const commit = env["GITHUB_SHA"] || head;
  const workflow = env["GITHUB_WORKFLOW_REF"];
  return {
    ...(repository && { repository }),
    ...(commit && { commit }),
    ...(workflow && { workflow }),
    ...(workflow && env["ATTESTED"] === "true" && { attested: true as const }),
  };
}
