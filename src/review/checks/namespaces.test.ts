import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { reviewWorkspace } from "../index.ts";
import { listRunConfig, ofFlagged } from "../list-findings.fixture.ts";

test.each<[string, JsonValue, string[]]>([
  ["pid_mode", "host", ["pid-host high"]],
  ["pid_mode", " HOST ", ["pid-host high"]],
  ["pid_mode", "container:db", ["pid-container high"]],
  ["pid_mode", "private", ["type-mismatch low"]],
  ["pid_mode", 5, ["type-mismatch low"]],
  ["pid_mode", "", ["empty-value info"]],
  ["ipc_mode", "host", ["ipc-host high"]],
  ["ipc_mode", "container:db", ["ipc-container medium"]],
  ["ipc_mode", "whatever", ["ipc-container medium", "value-refused low"]],
  ["ipc_mode", "shareable", ["ipc-shareable low"]],
  ["ipc_mode", "private", ["ipc-private info"]],
  ["ipc_mode", "none", ["ipc-private info"]],
  ["uts_mode", "host", ["uts-host medium"]],
  ["uts_mode", "private", ["uts-host medium", "value-refused low"]],
  ["userns_mode", "host", ["userns-host medium"]],
  ["cgroupns", "host", ["cgroupns-host medium"]],
  ["cgroupns", "private", ["cgroupns-private info"]],
  ["cgroupns", "other", ["type-mismatch low"]],
  ["cgroup_parent", "/x", ["cgroup-parent medium"]],
  ["runtime", "sysbox-runc", ["runtime-sandbox info"]],
  ["runtime", "runsc", ["runtime-sandbox info"]],
  ["runtime", "kata-qemu", ["runtime-sandbox info"]],
  ["runtime", "runc", ["runtime-default info"]],
  ["runtime", "crun", ["runtime-default info"]],
  ["runtime", "nvidia", ["runtime-other medium"]],
  ["runtime", "__proto__", ["runtime-other medium"]],
  ["network_mode", "host", ["net-host high"]],
  ["network_mode", "container:vpn", ["net-container high"]],
  ["network", "container:vpn", ["net-container high"]],
  ["network", "none", ["net-none info"]],
  ["network_mode", "bridge", ["net-named low"]],
  ["network", "lab", ["net-named low"]],
  ["network", ["lab"], ["type-mismatch low"]],
  ["isolation", "default", ["neutral-option info"]],
])("finds when %s is %j: %j", (name, value, expected) =>
  expect(listRunConfig({ [name]: value })).toEqual(ofFlagged(expected.map((line) => `${name} ${line}`))),
);

test("a value that Docker refuses is explained as such", () => {
  expect(reviewWorkspace({ run_config: { cgroupns: "other" } })[0]!.reason).toContain(
    "does not know this value",
  );
});

test.each<[JsonObject, string[]]>([
  [
    { group_add: ["docker", "44", 0, "Video"] },
    [
      "group_add[0] group-add medium",
      "group_add[1] group-add low",
      "group_add[2] group-add medium",
      "group_add[3] group-add low",
    ],
  ],
  [{ group_add: ["00", "000100"] }, ["group_add[0] group-add medium", "group_add[1] group-add low"]],
  [{ group_add: "sudo" }, ["group_add type-mismatch low", "group_add[0] group-add medium"]],
])("finds what shares namespaces in %j", (config, expected) =>
  expect(listRunConfig(config)).toEqual(expected),
);
