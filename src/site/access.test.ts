import type { JsonObject } from "../registry/model/json.ts";
import { expect, test } from "vitest";
import type { Finding } from "../registry/model/types.ts";
import { access as words } from "../strings/access.ts";
import { accessSheet, areas } from "./access.ts";

const finding = (property: string, severity: Finding["severity"]): Finding => ({
  rule: "rule",
  property,
  path: property,
  pointer: `/run_config/${property}`,
  flag: null,
  severity,
  reason: "",
  advice: "",
  sources: [],
});
const set = (data: JsonObject, findings: Finding[] = []): Record<string, string[]> =>
  Object.fromEntries(
    accessSheet(data, findings)
      .filter((row) => row.settings.length)
      .map((row) => [
        row.area,
        row.settings.map((its) => ("effect" in its ? its.effect : `${its.property}: ${its.value}`)),
      ]),
  );

test("a workspace that sets nothing has every row, all empty", () => {
  const sheet = accessSheet({}, []);
  expect(sheet.map((row) => row.area)).toEqual([...areas]);
  expect(sheet.every((row) => row.settings.length === 0 && row.severity === null)).toBe(true);
});

test("what holds anyway is no setting", () => {
  expect(
    set({
      run_config: { user: 1000, privileged: false, cap_add: [], volumes: {}, dns: null },
      exec_config: { go: {} },
    }),
  ).toEqual({});
});

test("settings stand in the row of their question", () => {
  expect(
    set({
      run_config: {
        user: "root",
        privileged: "false",
        security_opt: ["seccomp=unconfined", "label=disable"],
        cap_add: ["NET_ADMIN"],
        sysctls: { "net.a": 1 },
        volumes: { "/data": { bind: "/d" } },
        shm_size: "1g",
        entrypoint: ["/kasminit"],
      },
      exec_config: {
        first_launch: { user: "root", cmd: "apt-get install -y sudo" },
        go: { cmd: ["a", "b"] },
      },
      volume_mappings: { "/mnt": { bind: "/m", mode: "ro" } },
    }),
  ).toEqual({
    account: ["user: root", "`exec_config.first_launch` runs a command as root"],
    privileged: ["privileged: false"],
    isolation: ["security_opt: seccomp=unconfined, label=disable"],
    capabilities: ["cap_add: NET_ADMIN"],
    namespaces: ["sysctls: net.a=1"],
    files: ["volumes: /data", "volume_mappings: /mnt"],
    other: ["shm_size: 1g"],
    commands: ["entrypoint: /kasminit", "first_launch: (root) apt-get install -y sudo", "go: a b"],
  });
});

test("rows that are set come first, the worst of them on top", () => {
  const sheet = accessSheet({ run_config: { dns: ["1.1.1.1"], cap_add: ["NET_ADMIN"], pid_mode: "host" } }, [
    finding("cap_add", "medium"),
    finding("pid_mode", "high"),
  ]);
  expect(sheet.map(({ area }) => area).slice(0, 4)).toEqual([
    "namespaces",
    "capabilities",
    "network",
    "image",
  ]);
});

test("privileged mode rewrites the rows that it overrides", () => {
  const overridden = {
    privileged: ["privileged: true"],
    isolation: [words.effects.noConfinement],
    capabilities: ["all 41, because `privileged`"],
    devices: [words.effects.allDevices],
  };
  expect(set({ run_config: { privileged: true } })).toEqual(overridden);
  expect(set({ run_config: { privileged: "yes", cap_add: ["SYS_ADMIN"] } })).toEqual({
    ...overridden,
    privileged: ["privileged: yes"],
    capabilities: ["all 41, because `privileged`", "cap_add: SYS_ADMIN"],
  });
  expect(set({ run_config: { privileged: true, security_opt: ["seccomp=builtin"] } })).toEqual({
    ...overridden,
    isolation: ["security_opt: seccomp=builtin"],
  });
});

test("a combination shows in the row of its first setting", () => {
  const combination = { ...finding("(combination)", "high"), pointer: "/run_config/pid_mode" };
  expect(accessSheet({}, [combination])[0]).toMatchObject({ area: "namespaces", severity: "high" });
});

test("hooks that run as root, make root of users or are privileged show under user and capabilities too", () => {
  const granting = {
    ...finding("exec_config", "medium"),
    rule: "exec-grants-root",
    path: "exec_config.go.cmd",
  };
  const data = {
    exec_config: { go: { user: 0, cmd: "a" }, assign: { user: 1000, privileged: true, cmd: "b" } },
  };
  expect(set(data)["capabilities"]).toEqual(["`exec_config.assign` runs a command with all 41"]);
  const rows = accessSheet(data, [granting]);
  expect(rows.find(({ area }) => area === "account")).toMatchObject({
    settings: [
      { effect: "`exec_config.go` runs a command as root" },
      { effect: "`exec_config.go` lets users become root" },
    ],
    severity: "medium",
    findings: [0],
  });
});

test.each([
  [{ gpu_count: 1, require_gpu: true }, ["gpu_count: 1", "require_gpu: true"]],
  [{ gpu_count: 0, require_gpu: false }, undefined],
])("graphics cards are devices of the host: %j", (data, devices) =>
  expect(set(data)["devices"]).toEqual(devices),
);

test("images, each once, and controls that are switched off", () => {
  const [version, image] = ["1.18.x", "owner/app:1"];
  expect(
    set({
      compatibility: [
        { version, image },
        { version: "1.17.x", image },
        { version: "1.16.x", image: "owner/app:0" },
      ],
      run_config: { image: "other/app", name: "desktop" },
      filter_policy_force_disabled: true,
      session_banner_force_disabled: false,
    }),
  ).toEqual({
    image: ["image: owner/app:1", "image: owner/app:0", "image: other/app"],
    other: ["name: desktop", "filter_policy_force_disabled: true"],
  });
  expect(set({ name: image, compatibility: ["1.15.x", version] })).toEqual({ image: ["image: owner/app:1"] });
  const row = accessSheet({}, [finding("(image)", "low")]).find(({ area }) => area === "image");
  expect(row).toMatchObject({ severity: "low", findings: [0] });
});

test("a row has its worst severity and its findings", () => {
  const findings = [
    finding("security_opt", "low"),
    finding("user", "medium"),
    finding("security_opt", "high"),
  ];
  const [row] = accessSheet({}, findings);
  expect(row).toMatchObject({ area: "isolation", severity: "high", findings: [0, 2] });
});

test("odd values and names do no harm", () => {
  const data = JSON.parse(
    '{"run_config":{"__proto__":{"a":1},"constructor":"x","volumes":7},"exec_config":{"go":"text","x":[1,[2]]}}',
  ) as JsonObject;
  expect(set(data)).toEqual({
    other: ["__proto__: a=1", "constructor: x"],
    files: ["volumes: 7"],
    commands: ["go: text", "x: 1, 2"],
  });
});

test("folds white space before it cuts a summary at 90 characters", () => {
  const command = `a${" ".repeat(80)}${"b".repeat(60)}`;
  expect(set({ run_config: { command } })).toEqual({ commands: [`command: a ${"b".repeat(60)}`] });
});

test.each([
  ["image", ["image"]],
  ["account", ["user", "group_add", "userns_mode"]],
  ["isolation", ["security_opt", "runtime", "read_only", "isolation"]],
  ["capabilities", ["cap_add", "cap_drop"]],
  ["devices", ["devices", "device_cgroup_rules", "device_requests"]],
  ["files", ["volumes", "mounts", "volumes_from", "volume_driver", "tmpfs"]],
  [
    "network",
    [
      "network",
      "network_mode",
      "network_disabled",
      "networking_config",
      "ports",
      "publish_all_ports",
      "dns",
      "dns_opt",
      "dns_search",
      "extra_hosts",
      "links",
      "domainname",
      "mac_address",
    ],
  ],
  ["namespaces", ["pid_mode", "ipc_mode", "uts_mode", "cgroupns", "cgroup_parent", "sysctls"]],
  ["commands", ["entrypoint", "command", "init", "healthcheck"]],
  ["other", ["shm_size", "environment", "hostname"]],
])("the row %s answers for %j", (area, properties) => {
  expect(set({ run_config: Object.fromEntries(properties.map((property) => [property, "x"])) })).toEqual({
    [area]: properties.map((property) => `${property}: x`),
  });
});

test.each([
  ["volume_mappings", "files"],
  ["persistent_profile_path", "files"],
  ["filter_policy_force_disabled", "other"],
  ["session_banner_force_disabled", "other"],
])("the field %s stands in the row %s when it is set", (field, area) => {
  expect(set({ [field]: "x" })).toEqual({ [area]: [`${field}: x`] });
  for (const nothing of [false, null, "", {}, []]) expect(set({ [field]: nothing })).toEqual({});
});

test.each([
  [1000, undefined],
  ["1000", undefined],
  [1001, ["user: 1001"]],
  ["", ['user: ""']],
  [null, undefined],
  [0, ["user: 0"]],
])("the account %j is a setting or what holds anyway", (user, account) =>
  expect(set({ run_config: { user } })["account"]).toEqual(account),
);

test.each([
  [{ cmd: "a" }, "a"],
  [{ cmd: ["a", 1] }, "a 1"],
  [{ cmd: "a", user: 0, privileged: true }, "(0, privileged) a"],
  [{ cmd: "a", user: "root", privileged: "true" }, "(root) a"],
  [{ cmd: "a", user: ["root"] }, "a"],
  [{ privileged: true }, "(privileged) privileged=true"],
  [["a", { b: 1 }], "a, b=1"],
  [7, "7"],
])("a hook %j reads %j", (hook, text) =>
  expect(set({ exec_config: { go: hook } })["commands"]).toEqual([`go: ${text}`]),
);

test("shows 90 characters whole and cuts one more, never within a character", () => {
  const shown = (command: string): string =>
    set({ run_config: { command } })["commands"]![0]!.slice("command: ".length);
  expect(shown("x".repeat(90))).toBe("x".repeat(90));
  expect(shown("x".repeat(91))).toBe(`${"x".repeat(88)}…`);
  expect(shown(`${"x".repeat(87)}🙂🙂`)).toBe(`${"x".repeat(87)}…`);
});
