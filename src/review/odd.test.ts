import type { JsonObject, JsonValue } from "../registry/model/json.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { officialFlags } from "../registry/model/flags.ts";
import type { Finding } from "../registry/model/types.ts";
import { ruleRows } from "./catalogue/rules.ts";
import { reviewWorkspace } from "./index.ts";
import { severities } from "./severity.ts";
import { propertyTypes } from "../registry/model/run-config.ts";

const propertyNames = Object.keys(propertyTypes);

/** Words that mean something to some rule, next to names that trip up careless code. */
const words = [
  "root",
  "0",
  "-1",
  "1000:0",
  ":",
  "true",
  "false",
  "ALL",
  "NET_ADMIN",
  "seccomp=unconfined",
  "seccomp={}",
  'seccomp={"a":',
  "label=disable",
  "disable",
  "no-new-privileges",
  "/dev",
  "/dev/sda:/x:r",
  "dev/net/tun",
  "a=b",
  "/var/run/docker.sock",
  "/etc/../..",
  "C:\\x:/y:ro",
  "~",
  "vol:/x:rshared",
  ":",
  "host",
  "container:x",
  "none",
  "sysbox-runc",
  "8.8.8.8",
  "host-gateway",
  "a *:* rwm",
  "16g",
  "on-failure",
  "always",
  "6901/tcp",
  "VNC_PW=x",
  "HTTPS_PROXY=x",
  "bash -c 'curl x | sh'",
  "echo 'x",
  "NOPASSWD",
  "$KASM_URL",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  " ",
  "\u0000",
  "\u2028",
  "\ud800",
  "ﷺ",
  "İ",
  "ß",
  "🦊",
  "%s",
  "~1/0",
  "net.ipv4.ip_forward",
  "cmd",
  "user",
  "privileged",
  "first_launch",
  "go",
  "read_only",
  "ReadOnly",
  "Source",
  "Type",
  "Name",
  "HostIp",
  "HostPort",
  "Test",
  "PathOnHost",
  "size=1g,exec",
];

const text = fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 12 }));
const key = fc.oneof(fc.constantFrom(...propertyNames, ...words), fc.string({ maxLength: 6 }));

/** Objects as JSON.parse makes them: "__proto__" is a key like any other. */
const entriesOf = (
  value: fc.Arbitrary<JsonValue>,
  name: fc.Arbitrary<string> = key,
): fc.Arbitrary<JsonObject> =>
  fc
    .array(fc.tuple(name, value), { maxLength: 6 })
    .map(
      (entries) =>
        JSON.parse(
          `{${entries.map(([member, item]) => `${JSON.stringify(member)}:${JSON.stringify(item)}`).join(",")}}`,
        ) as JsonObject,
    );

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<JsonValue>(null, true, false, 0, -1, 1, 0.5, 1000, 1e21, -1e-7, 8_589_934_592),
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    entriesOf(tie("value")),
  ),
})).value;

const hook = entriesOf(
  value,
  fc.constantFrom(
    "cmd",
    "user",
    "privileged",
    "environment",
    "go",
    "assign",
    "first_launch",
    "workdir",
    "x",
    "__proto__",
  ),
);
const workspace: fc.Arbitrary<JsonObject> = fc.record({
  run_config: fc.oneof({ weight: 6, arbitrary: entriesOf(value) }, value),
  exec_config: fc.oneof(
    {
      weight: 3,
      arbitrary: entriesOf(hook, fc.constantFrom("go", "assign", "first_launch", "cap_add", "other")),
    },
    value,
  ),
  volume_mappings: fc.oneof(entriesOf(value, text), value),
});

/** The value that a pointer names in the data; undefined where it leads nowhere. */
function resolve(data: JsonValue, pointer: string): JsonValue | undefined {
  let at: JsonValue | undefined = data;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as JsonObject)[name];
  }
  return at;
}

function expectSound(data: JsonObject, findings: Finding[]): void {
  for (const found of findings) {
    expect(Object.hasOwn(ruleRows, found.rule), found.rule).toBe(true);
    expect(severities).toContain(found.severity);
    expect(found.reason.length * found.advice.length * found.sources.length).toBeGreaterThan(0);
    expect(found.pointer).toMatch(/^\/(run_config|exec_config|volume_mappings)/);
    expect(resolve(data, found.pointer), found.pointer).not.toBeUndefined();
  }
  const flags = officialFlags(data);
  for (const { property, flag } of flags) {
    const explained = findings.filter(
      (found) => found.property === property && found.pointer.startsWith("/run_config/"),
    );
    expect(explained.length, property).toBeGreaterThan(0);
    for (const found of explained) expect(found.flag).toBe(found.rule.startsWith("combo-") ? null : flag);
  }
  const flagged = new Set(flags.map(({ property }) => property));
  const claimed = findings.filter(({ flag, property }) => flag !== null && !flagged.has(property));
  expect(claimed, "a flag that Kasm does not show").toEqual([]);
  const places = findings.map(({ rule, path }) => `${rule} ${path}`);
  expect(new Set(places).size).toBe(places.length);
}

test("whatever JSON it is given, it answers, explains every flag, and invents none", () => {
  const seen = new Set<string>();
  const check = fc.property(workspace, (data) => {
    const before = JSON.stringify(data);
    const findings = reviewWorkspace(data);
    expectSound(data, findings);
    expect(JSON.stringify(data)).toBe(before);
    for (const { rule } of findings) seen.add(rule);
  });
  fc.assert(check, { numRuns: 2000 });
  // The odd JSON is no noise: it reaches a good part of the rules.
  expect(seen.size).toBeGreaterThan(50);
});

test.each(propertyNames)("reviews %s when it has any value", (name) => {
  fc.assert(
    fc.property(value, (item) => {
      const data: JsonObject = { run_config: { [name]: item } };
      expectSound(data, reviewWorkspace(data));
    }),
    { numRuns: 60 },
  );
});

test.each([undefined, null, 5, "x", [], [{}]] as (JsonValue | undefined)[])(
  "fields that are no objects: %j",
  (field) => {
    const data = JSON.parse(
      JSON.stringify({ run_config: field, exec_config: field, volume_mappings: field }),
    ) as JsonObject;
    expectSound(data, reviewWorkspace(data));
  },
);

// About 36 MB for each property: a quadratic step would take hours, which the timeout ends.
describe("reads values of 1 MB to their end", () => {
  const mega = 1 << 20;
  const fill = (unit: string): string => unit.repeat(Math.ceil(mega / unit.length));
  const units = ["a", "../", "/dev/", ":", "=a,", "pass_", " ", "\\", "0"];

  test.each(propertyNames)("%s", (name) => {
    for (const unit of units) {
      const long = fill(unit);
      for (const item of [long, [long], { [long]: long }, { Source: long, PathOnHost: long, Name: long }])
        reviewWorkspace({ run_config: { [name]: item } });
    }
  });

  test("names, lists and hooks", () => {
    for (const unit of units) {
      const long = fill(unit);
      reviewWorkspace({
        run_config: { [long]: 1 },
        exec_config: { [long]: {}, go: { cmd: long, user: long, [long]: 1, environment: [long] } },
        volume_mappings: { [long]: long },
      });
    }
    for (const name of propertyNames) {
      const many = Array.from({ length: 10_000 }, (_, at) => `${at}`);
      reviewWorkspace({ run_config: { [name]: many } });
      reviewWorkspace({ run_config: { [name]: Object.fromEntries(many.map((item) => [`k${item}`, item])) } });
    }
  });
});
