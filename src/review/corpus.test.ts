import type { JsonObject, JsonValue } from "../registry/model/json.ts";
import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { officialFlags } from "../registry/model/flags.ts";
import type { Finding } from "../registry/model/types.ts";
import { highestSeverity, reviewWorkspace } from "./index.ts";

/** Real registries, where they are at hand; they belong to their authors and are no part of this repository. */
const folder = new URL("../../../shared/corpus/", import.meta.url);
const present = existsSync(folder);
if (!present) console.info("The corpus of real registries is not here: its tests are skipped.");

interface Entry {
  data: JsonObject;
  findings: Finding[];
}

function readEntries(): Entry[] {
  return globSync("*/workspaces/**/workspace.json", { cwd: fileURLToPath(folder) }).flatMap((file) => {
    try {
      const data = JSON.parse(
        readFileSync(new URL(file.split(/[\\/]/).map(encodeURIComponent).join("/"), folder), "utf8").replace(
          /^\uFEFF/,
          "",
        ),
      ) as JsonObject;
      return [{ data, findings: reviewWorkspace(data) }];
    } catch (error) {
      // Some of the real files are no JSON; that is not this test's business.
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

const has = (data: JsonValue | undefined, text: string): boolean =>
  JSON.stringify(data ?? null).includes(text);

describe.skipIf(!present)("the corpus", () => {
  const entries = present ? readEntries() : [];
  const of = ({ findings }: Entry, rule: string): Finding[] =>
    findings.filter((found) => found.rule === rule);

  test("is there", () => expect(entries.length).toBeGreaterThan(100));

  test("seccomp=unconfined is explained once, with its own advice", () => {
    const unconfined = entries.filter(({ data }) => has(data["run_config"], "seccomp=unconfined"));
    expect(unconfined.length).toBeGreaterThan(50);
    for (const entry of unconfined) {
      expect(of(entry, "seccomp-unconfined")).toHaveLength(1);
      expect(of(entry, "seccomp-unconfined")[0]!.advice).toContain("libseccomp");
    }
  });

  test("every passwordless sudo is found", () => {
    const sudo = entries.filter(({ data }) => has(data["exec_config"], "NOPASSWD"));
    expect(sudo.length).toBeGreaterThan(0);
    for (const entry of sudo) expect(of(entry, "exec-grants-root")).not.toEqual([]);
  });

  test("a VPN workspace is not shown like privileged mode", () => {
    const vpn = entries.filter(
      ({ data }) => has(data["run_config"], "NET_ADMIN") && has(data["run_config"], "/dev/net/tun"),
    );
    expect(vpn.length).toBeGreaterThan(0);
    for (const { data, findings } of vpn) {
      if (!has(data["run_config"], "seccomp=unconfined")) expect(highestSeverity(findings)).toBe("medium");
      expect(highestSeverity(findings)).not.toBe("critical");
    }
  });

  test("every official flag is explained, and entries without settings are quiet", () => {
    for (const { data, findings } of entries) {
      for (const { property } of officialFlags(data))
        expect(
          findings.some((found) => found.property === property),
          property,
        ).toBe(true);
      const bare =
        !has(data["exec_config"], "cmd") &&
        !has(data["exec_config"], "cap_add") &&
        data["volume_mappings"] === undefined;
      if (bare && officialFlags(data).length === 0) expect(findings).toEqual([]);
    }
  });
});
