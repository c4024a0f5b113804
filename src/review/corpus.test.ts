import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { officialFlags } from "../registry/model/flags.ts";
import type { Finding } from "../registry/model/types.ts";
import { parseJson } from "../registry/json/parse.ts";
import { readContent } from "../registry/read/content.ts";
import { realRegistries } from "../../tests/support/real-registries.ts";
import { projectRoot } from "../../tests/support/run.ts";
import { highestSeverity, reviewWorkspace } from "./index.ts";

interface Entry {
  data: JsonObject;
  findings: Finding[];
}

const made = join(projectRoot, "tests/fixtures/review/workspaces");
/** Workspaces of real registries, and made-up ones with the settings that real ones have. Some files are no JSON, which is not this test's business. */
const entries: Entry[] = [
  ...realRegistries.flatMap(({ root }) => readContent(root).sources.map(({ bytes }) => bytes)),
  ...readdirSync(made).map((name) => readFileSync(join(made, name))),
].flatMap((bytes) => {
  const { parsed } = parseJson(new TextDecoder().decode(bytes ?? new Uint8Array()));
  if (!parsed || !isObject(parsed.value)) return [];
  return [{ data: parsed.value, findings: reviewWorkspace(parsed.value) }];
});

const has = (data: JsonValue | undefined, text: string): boolean =>
  JSON.stringify(data ?? null).includes(text);

describe("real registries", () => {
  const of = ({ findings }: Entry, rule: string): Finding[] =>
    findings.filter((found) => found.rule === rule);

  test("seccomp=unconfined is explained once, with its own advice", () => {
    const unconfined = entries.filter(({ data }) => has(data["run_config"], "seccomp=unconfined"));
    expect(unconfined.length).toBeGreaterThan(0);
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
      if (bare && officialFlags(data).length === 0)
        expect(findings.filter(({ property }) => property !== "(image)")).toEqual([]);
    }
  });
});
