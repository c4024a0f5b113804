import { expect, test } from "vitest";
import type { JsonObject } from "../registry/model/json.ts";
import type { RawEntry } from "../registry/model/types.ts";
import { examples } from "../review/catalogue/examples.ts";
import { reviewWorkspace } from "../review/index.ts";
import { settingsWithout } from "./settings-without.ts";

function without(data: JsonObject, rule: string): ReturnType<typeof settingsWithout> {
  const entries = Object.entries(data).map(([key, value]): RawEntry => [key, JSON.stringify(value)]);
  const findings = reviewWorkspace(data);
  return settingsWithout(
    { data, entries, findings },
    findings.find((finding) => finding.rule === rule)!,
  );
}
const parsed = (run_config: JsonObject, rule: string, rest: JsonObject = {}): unknown =>
  JSON.parse(without({ run_config, ...rest }, rule)?.text ?? "null");

test.each<[rule: string, before: JsonObject, after: JsonObject]>([
  ["privileged-on", { privileged: true, hostname: "kasm" }, { hostname: "kasm" }],
  ["privileged-on", { privileged: true }, {}],
  ["seccomp-unconfined", { security_opt: ["seccomp=unconfined"], user: 1000 }, { user: 1000 }],
  [
    "seccomp-unconfined",
    { security_opt: ["label=disable", "seccomp=unconfined", "no-new-privileges"] },
    { security_opt: ["label=disable", "no-new-privileges"] },
  ],
  ["cap-sys-admin", { cap_add: ["SYS_ADMIN", "NET_ADMIN", "cap_sys_admin"] }, { cap_add: ["NET_ADMIN"] }],
  ["mount-control-socket", { volumes: { "/var/run/docker.sock": { bind: "/s" } } }, {}],
  [
    "mount-control-socket",
    { volumes: { "/var/run/docker.sock": { bind: "/s" }, "/a": { bind: "/b" } } },
    { volumes: { "/a": { bind: "/b" } } },
  ],
  ["mount-control-socket", { volumes: ["/var/run/docker.sock:/s", "/a:/b"] }, { volumes: ["/a:/b"] }],
  ["cap-net-admin", { cap_add: "NET_ADMIN" }, {}],
  ["ports-privileged", { ports: { "80": 80, "8081": 8081 } }, { ports: { "8081": 8081 } }],
])("takes the settings of %s out of %j", (rule, before, after) =>
  expect(parsed(before, rule)).toEqual(after),
);

test("offers nothing where the finding would stay", () => {
  const socket = { "/var/run/docker.sock": { bind: "/s", mode: "rw" } };
  expect(parsed({ volumes: socket }, "mount-control-socket", { volume_mappings: socket })).toBe(null);
  expect(without({ run_config: "text" }, "type-mismatch")).toBe(null);
});

test("takes volumes and whole hooks out of their own fields", () => {
  const volumes = { "/var/run/docker.sock": { bind: "/s", mode: "rw" }, "/a": { bind: "/b", mode: "ro" } };
  expect(without({ volume_mappings: volumes }, "mount-control-socket")).toEqual({
    field: "volume_mappings",
    text: '{\n  "/a": {\n    "bind": "/b",\n    "mode": "ro"\n  }\n}',
    hook: "",
  });
  const hooks = { go: { cmd: "a" }, first_launch: { user: "root", cmd: "b" } };
  expect(without({ exec_config: hooks }, "exec-root")).toEqual({
    field: "exec_config",
    text: '{\n  "go": {\n    "cmd": "a"\n  }\n}',
    hook: "first_launch",
  });
});

test("gives the other values as their author wrote them", () => {
  const data = { run_config: { shm_size: 0, privileged: true } };
  const entries: RawEntry[] = [["run_config", '{"shm_size":1.0e9,"privileged":true,"a":{"b":[1.50]}}']];
  const findings = reviewWorkspace(data);
  const privileged = findings.find(({ rule }) => rule === "privileged-on")!;
  expect(settingsWithout({ data, entries, findings }, privileged)?.text).toBe(
    '{\n  "shm_size": 1.0e9,\n  "a": {\n    "b": [1.50]\n  }\n}',
  );
});

test("what is offered for any rule's example is reviewed without that rule", () => {
  for (const [rule, data] of Object.entries(examples)) {
    const rest = without(data, rule);
    if (!rest) continue;
    const changed = { ...data, [rest.field]: JSON.parse(rest.text) as JsonObject };
    expect(reviewWorkspace(changed).map((finding) => finding.rule)).not.toContain(rule);
  }
});
