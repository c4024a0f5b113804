import { fromPointer, type JsonObject } from "../model/json.ts";
import { assembleList, channelsOf, schemaVersions } from "./assemble.ts";
import { problemOf, type Problem } from "../model/problem.ts";
import type { Registry } from "../model/types.ts";
import { registry as words } from "../../strings/check.ts";
import { validateList10, validateList11 } from "../check/validators.ts";

const validators = { "1.0": validateList10, "1.1": validateList11 };

/** The last look before anything is written: both lists against their own schemas. */
export function validateLists(registry: Pick<Registry, "identity" | "workspaces" | "modified">): Problem[] {
  return schemaVersions.flatMap((schema) => {
    const validate = validators[schema];
    const list = JSON.parse(assembleList(registry, schema)) as JsonObject;
    if (validate(list)) return [];
    return (validate.errors ?? []).flatMap((error): Problem[] => {
      // The errors of its branches say more.
      if (error.keyword === "if") return [];
      const [key, index] = fromPointer(error.instancePath);
      const workspace = key === "workspaces" ? registry.workspaces[Number(index)] : undefined;
      const args = { schema, where: error.instancePath || "/", cause: `${error.message ?? error.keyword}` };
      const file = workspace ? `${workspace.folder}/workspace.json` : "registry.json";
      return [problemOf("list-invalid", file, args, error.instancePath)];
    });
  });
}

/** A default_channel that no workspace has; `authored` is false where registry.json gives none. */
export function channelProblems(
  { identity, workspaces }: Pick<Registry, "identity" | "workspaces">,
  authored: boolean,
): Problem[] {
  const channels = channelsOf(workspaces);
  if (!authored || identity.defaultChannel === null || channels.includes(identity.defaultChannel)) return [];
  const args = {
    channel: identity.defaultChannel,
    channels: channels.length > 0 ? channels.join(", ") : words.noChannels,
  };
  return [problemOf("unknown-channel", "registry.json", args, "/default_channel")];
}
