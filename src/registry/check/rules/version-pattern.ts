import { likelyVersion, newestKasm, parseVersion } from "../../model/kasm-versions.ts";
import { quote } from "../../model/text.ts";
import { compatibilityOf } from "../../model/releases.ts";
import { registry, schema } from "../../../strings/check.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Kasm versions of neither form, 1.NN.x and 1.NN.P, and those that are given twice. */
export const versionPattern: WorkspaceRule = {
  name: "version-pattern",
  check(workspace, report) {
    const seen = new Set<string>();
    for (const { version, pointer } of compatibilityOf(workspace)) {
      if (version === "") continue;
      if (!parseVersion(version)) {
        const likely = likelyVersion(version);
        report("version-pattern", pointer, {
          found: quote(version),
          cure: likely ? schema.write(`"${likely}"`) : registry.version(newestKasm),
        });
      } else if (seen.has(version)) report("duplicate-version", pointer, { version });
      seen.add(version);
    }
  },
};
