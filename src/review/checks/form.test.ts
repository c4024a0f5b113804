import type { JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { flagOfProperty } from "../../registry/model/flags.ts";
import { reviewWorkspace } from "../index.ts";
import { listFindings, listRunConfig } from "../list-findings.fixture.ts";
import { propertyTypes } from "../../registry/model/run-config.ts";

const advice = (name: string, value: JsonValue = "x"): string =>
  reviewWorkspace({ run_config: { [name]: value } })[0]!.advice;

test.each([
  ["memory", "mem_limit"],
  ["mem", "mem_limit"],
  ["cpus", "nano_cpus"],
  ["gpus", "device_requests"],
  ["volume", "volumes"],
  ["binds", "volumes"],
  ["mount", "mounts"],
  ["port", "ports"],
  ["publish", "ports"],
  ["env", "environment"],
  ["environments", "environment"],
  ["restart", "restart_policy"],
  ["net", "network_mode"],
  ["ipc", "ipc_mode"],
  ["pid", "pid_mode"],
  ["uts", "uts_mode"],
  ["userns", "userns_mode"],
  ["cgroup", "cgroupns"],
  ["cap-add", "cap_add"],
  ["capAdd", "cap_add"],
  ["CapAdd", "cap_add"],
  ["capabilities", "cap_add"],
  ["security-opt", "security_opt"],
  ["securityOpt", "security_opt"],
  ["shm-size", "shm_size"],
  ["shmSize", "shm_size"],
  ["sysctl", "sysctls"],
  ["ulimit", "ulimits"],
  ["add_host", "extra_hosts"],
  ["add-host", "extra_hosts"],
  ["workdir", "working_dir"],
  ["cmd", "command"],
  ["args", "command"],
  ["device", "devices"],
  ["privilege", "privileged"],
  ["priviledged", "privileged"],
  ["Privileged", "privileged"],
  ["container_name", "name"],
  ["logging", "log_config"],
  ["HOSTNAME", "hostname"],
  ["volums", "volumes"],
  ["secuirty_opt", "security_opt"],
  ["enviroment", "environment"],
])("%s is meant as %s", (name, meant) => {
  expect(listRunConfig({ [name]: true })).toEqual([`${name} unknown-property low`]);
  expect(advice(name)).toContain(`Did you mean \`${meant}\`?`);
});

test("where the workspace has a field of its own, that is better", () => {
  expect(advice("memory")).toContain("`memory`");
  expect(advice("cpus")).toContain("`cores`");
  expect(advice("gpus")).toContain("`gpu_count`");
});

test.each(["stop_timeout", "stop-grace-period"])("%s has no equivalent", (name) =>
  expect(advice(name)).toContain("no setting for this"),
);

test.each(["", "completely-other", "__proto__", "constructor", "x".repeat(1_000_000)])(
  "%.30s: nothing is guessed",
  (name) => {
    const config = JSON.parse(`{${JSON.stringify(name)}: ""}`);
    const [found, ...more] = reviewWorkspace({ run_config: config });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ rule: "unknown-property", path: name, flag: "flag_property" });
    expect(found!.advice).not.toContain("Did you mean");
  },
);

test.each(Object.keys(propertyTypes).filter((name) => flagOfProperty(name) === "flag_property"))(
  "an empty %s has no effect",
  (name) => {
    for (const empty of [null, "", [], {}])
      expect(listRunConfig({ [name]: empty })).toEqual([`${name} empty-value info`]);
  },
);

/** Text without a number is no size. */
const sizes = ["mem_limit", "memswap_limit", "mem_reservation", "shm_size"];

test("each property says which type it takes, and a wrong one is found in every property", () => {
  for (const [name, jsonType] of Object.entries(propertyTypes)) {
    if (jsonType === "any") continue;
    for (const wrong of [true, 5, 5.5, "x", ["x"], { x: 1 }] as JsonValue[]) {
      const type = typeof wrong === "object" ? (Array.isArray(wrong) ? "list" : "object") : typeof wrong;
      const fits = jsonType === "integer" ? wrong === 5 : jsonType.split(" or ").includes(type);
      const mismatch = reviewWorkspace({ run_config: { [name]: wrong } }).find(
        ({ rule, path }) => rule === "type-mismatch" && path === name,
      );
      // Some words are refused although they are text.
      if (fits && wrong === "x" && ["pid_mode", "cgroupns", ...sizes].includes(name)) continue;
      expect(`${name} ${type} ${mismatch ? "refused" : "taken"}`).toBe(
        `${name} ${type} ${fits ? "taken" : "refused"}`,
      );
      if (mismatch) expect(mismatch.advice).toContain(`\`${name}\` as `);
    }
  }
});

test.each<[JsonValue, string[]]>([
  [null, []],
  ["", ["run_config type-mismatch low"]],
  [[], ["run_config type-mismatch low"]],
  [5, ["run_config type-mismatch low"]],
])("run_config %j", (run_config, expected) => expect(listFindings({ run_config })).toEqual(expected));

test.each([
  ["first_launch", "exec_config"],
  ["volume_mappings", "the top level"],
])("advises to move %s to where it belongs", (name, place) => {
  const [found] = reviewWorkspace({ run_config: { [name]: {} } });
  expect(found?.advice).toContain(place);
});
