import { expect, test } from "vitest";
import type { JsonObject } from "../registry/model/json.ts";
import type { RawEntry } from "../registry/model/types.ts";
import { examples } from "../review/catalogue/examples.ts";
import { reviewWorkspace } from "../review/index.ts";
import { runConfigWithout } from "./run-config-without.ts";

function without(data: JsonObject, rule: string): string | null {
  const entries = Object.entries(data).map(([key, value]): RawEntry => [key, JSON.stringify(value)]);
  return runConfigWithout({ data, entries, findings: reviewWorkspace(data) }, rule);
}
const parsed = (run_config: JsonObject, rule: string, rest: JsonObject = {}): unknown =>
  JSON.parse(without({ run_config, ...rest }, rule) ?? "null");

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
  expect(without({ volume_mappings: socket }, "mount-control-socket")).toBe(null);
  expect(without({ exec_config: { go: { user: "root", cmd: "a" } } }, "exec-root")).toBe(null);
  expect(without({ run_config: "text" }, "type-mismatch")).toBe(null);
});

test("gives the other values as their author wrote them", () => {
  const data = { run_config: { shm_size: 0, privileged: true } };
  const entries: RawEntry[] = [["run_config", '{"shm_size":1.0e9,"privileged":true,"a":{"b":[1.50]}}']];
  const text = runConfigWithout({ data, entries, findings: reviewWorkspace(data) }, "privileged-on");
  expect(text).toBe('{\n  "shm_size": 1.0e9,\n  "a": {\n    "b": [1.50]\n  }\n}');
});

test("what is offered for any rule's example is reviewed without that rule", () => {
  for (const [rule, data] of Object.entries(examples)) {
    const text = without(data, rule);
    if (text === null) continue;
    const run_config = JSON.parse(text) as JsonObject;
    expect(reviewWorkspace({ ...data, run_config }).map((finding) => finding.rule)).not.toContain(rule);
  }
});
