import { likelyVersion, newestKasm, parseVersion } from "../../model/kasm-versions.ts";
import { quote } from "../../model/problems.ts";
import { compatibilityOf } from "../../model/releases.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Kasm versions that are not of the form 1.NN.x, or are given twice. */
export const versionPattern: WorkspaceRule = {
  name: "version-pattern",
  check(draft, report) {
    const seen = new Set<string>();
    for (const { version, pointer } of compatibilityOf(draft)) {
      if (version === "") continue;
      if (!parseVersion(version)) {
        const likely = likelyVersion(version);
        report("version-pattern", pointer, {
          found: quote(version),
          cure: likely ? `Write "${likely}".` : `Write a version such as "${newestKasm}".`,
        });
      } else if (seen.has(version)) report("duplicate-version", pointer, { version });
      seen.add(version);
    }
  },
};
