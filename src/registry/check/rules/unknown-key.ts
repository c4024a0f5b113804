import { closest } from "../../model/closest.ts";
import { unknownKeys, type KeyAdvice, type KeysSetup } from "../schema.ts";
import { sizeKey } from "./size-missing.ts";
import { schema as words } from "../../../strings/check.ts";
import {
  computedKeys,
  controlKeys,
  deploymentKeys,
  execHooks,
  givesLogin,
  isCredential,
  keyAliases,
} from "../../model/foreign-keys.ts";
import { toPointer, type JsonObject, type JsonValue } from "../../model/json.ts";
import { entriesOf, keysOf10, schemaOf } from "../../model/releases.ts";
import { isPropertyName } from "../../model/run-config.ts";
import { quote } from "../../model/text.ts";
import { entryKeys } from "../../model/schemas.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Keys that Kasm does not know, keys of one deployment, logins, and keys of the other schema. */
export const unknownKey: WorkspaceRule = {
  name: "unknown-key",
  check({ schema, data, parsed, definition }, report) {
    const known = Object.keys(definition.properties ?? {});
    const foreign = new Set<string>();
    for (const [key, value] of Object.entries(data)) {
      const instead = schema === "1.1" ? keysOf10.get(key) : undefined;
      if (instead) report("schema-10-key", `/${key}`, { key, instead }, "key");
      else if (schema === "1.0" && !known.includes(key) && entryKeys().includes(key)) {
        const ofImage = Object.hasOwn(data, "name") ? words.imageBesideName : words.imageIn10;
        const cure = key === "image" ? ofImage : key === "version" ? words.versionIn10 : words.entryKeyIn10;
        report("schema-11-key", `/${key}`, { key, cure }, "key");
      } else if (givesLogin(key, value)) report("credential-in-entry", `/${key}`, { key }, "key");
      else if (deploymentKeys.has(key) || isCredential(key))
        report("deployment-key", `/${key}`, { key }, "key");
      else if (!controlKeys.has(key)) continue;
      foreign.add(key);
    }
    const advise = (key: string): KeyAdvice | null => adviseKey(key, known, data);
    const reportUnknown = (setup: KeysSetup): void => {
      for (const { code, pointer, args } of unknownKeys(parsed, setup)) report(code, pointer, args, "key");
    };
    reportUnknown({ pointer: "", value: data, schema: definition, ignore: foreign, advise });
    if (schema !== "1.1") return;
    const entrySchema = definition.properties?.["compatibility"]?.items ?? {};
    for (const { entry, index } of entriesOf(data)) {
      const pointer = toPointer(["compatibility", index]);
      const logins = Object.entries(entry).flatMap(([key, value]) => (givesLogin(key, value) ? [key] : []));
      for (const key of logins) report("credential-in-entry", pointer + toPointer([key]), { key }, "key");
      const ignore = new Set(logins);
      reportUnknown({
        pointer,
        value: entry,
        schema: entrySchema,
        ignore,
        advise: (key) => adviseEntryKey(key, entry),
      });
    }
  },
};

/** An entry has few keys: all are named where none is like the unknown one. */
function adviseEntryKey(key: string, entry: JsonObject): KeyAdvice | null {
  if (keyAliases.get(key) === sizeKey) return { cure: words.inMegabytes(sizeKey) };
  const isLike =
    closest(
      key,
      entryKeys().filter((name) => !Object.hasOwn(entry, name)),
    ) !== null;
  return isLike ? null : { cure: words.knownHere(entryKeys()) };
}

/** Where a key belongs that is right in another place, and the right name of some. */
function adviseKey(key: string, known: readonly string[], data: JsonObject): KeyAdvice | null {
  if (computedKeys.has(key)) return { fate: words.computed, cure: words.delete };
  const alias = keyAliases.get(key.toLowerCase());
  if (alias !== undefined && !known.includes(alias)) return { cure: words.sizeOfEntry };
  if (alias !== undefined && !Object.hasOwn(data, alias))
    return { near: words.didYouMean(alias), cure: aliasCure(alias, data[key]) };
  if (execHooks.has(key))
    return { near: words.belongsIn("exec_config"), cure: words.moveInto("exec_config") };
  if (schemaOf(data) === "1.1" && entryKeys().includes(key)) return { cure: words.moveIntoEntries };
  if (isPropertyName(key)) return { near: words.belongsIn("run_config"), cure: words.moveInto("run_config") };
  return null;
}

/** A new name alone is no cure where the value has another unit or type. */
function aliasCure(alias: string, value: JsonValue | undefined): string {
  if (alias === "uncompressed_size_mb" || alias === "memory") return words.inMegabytes(alias);
  if (alias === "categories" && typeof value === "string") return words.asList(alias, quote(value));
  if (alias === "run_config" && typeof value === "string") return words.asObject(alias);
  return words.renameOrDelete(alias);
}
