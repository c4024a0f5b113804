import type { JsonObject } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { reviewWorkspace } from "../index.ts";

const sudo = { first_launch: { cmd: "bash -c 'echo x NOPASSWD: ALL >> /etc/sudoers'" } };
const combinations = (run_config: JsonObject, exec_config: JsonObject = {}): string[] =>
  reviewWorkspace({ run_config, exec_config })
    .filter(({ path }) => path === "(combination)")
    .map(({ rule, severity }) => `${rule} ${severity}`);

test.each<[JsonObject, JsonObject, ...string[]]>([
  [{ user: 0, security_opt: ["seccomp=unconfined"] }, {}, "combo-root-unconfined high"],
  [{ user: null, security_opt: ["apparmor=unconfined"] }, {}, "combo-root-unconfined high"],
  [{ security_opt: ["label=disable"] }, sudo, "combo-root-unconfined high"],
  [
    { security_opt: ["systempaths=unconfined"] },
    { go: { cmd: "chmod u+s /x" } },
    "combo-root-unconfined high",
  ],
  [{ user: 0, security_opt: ["systempaths=x", "seccomp=builtin", "writable-cgroups"] }, {}],
  [{ user: "kasm-user", security_opt: ["seccomp=unconfined"] }, {}],
  [{ security_opt: ["seccomp=unconfined", "apparmor=unconfined"] }, {}, "combo-two-layers-off high"],
  [{ security_opt: ["label=disable", "systempaths=unconfined"] }, {}, "combo-two-layers-off high"],
  [{ user: 0, cap_add: ["NET_ADMIN"] }, {}, "combo-root-caps high"],
  [{ user: 0, cap_add: ["IPC_LOCK", "NET_RAW"], cap_drop: ["ALL"] }, {}],
  [{ pid_mode: "host", cap_add: ["SYS_ADMIN"] }, {}, "combo-pid-host-root critical"],
  [{ pid_mode: "host", privileged: true }, {}, "combo-pid-host-root critical"],
  [{ pid_mode: "host", privileged: "no" }, {}],
  [{ pid_mode: "host" }, sudo, "combo-pid-host-root critical"],
  [{ pid_mode: "host", cap_add: ["NET_ADMIN"] }, {}],
  [{ network_mode: "host", cap_add: ["net_admin"] }, {}, "combo-net-host-admin critical"],
  [{ network: "host", privileged: 1 }, {}, "combo-net-host-admin critical"],
  [{ network: "host", cap_add: ["SYS_PTRACE"] }, {}],
  [{ network: "lab", cap_add: ["ALL"] }, {}],
  [
    { privileged: true },
    { go: { cmd: "id", privileged: true } },
    "combo-exec-privileged-unconfined critical",
  ],
  [
    { security_opt: ["apparmor=unconfined"] },
    { go: { cmd: "id", privileged: true } },
    "combo-exec-privileged-unconfined critical",
  ],
  [{ security_opt: ["label=disable"] }, { go: { cmd: "id", privileged: true } }],
  [{ runtime: "sysbox-runc", user: "root" }, {}, "combo-sandboxed-root info"],
  [{ runtime: "nvidia", user: "root" }, {}],
  [{ security_opt: ["no-new-privileges=true"] }, sudo, "combo-nnp-sudo info"],
  [{ security_opt: ["no-new-privileges=false"] }, sudo],
  [{ security_opt: ["no-new-privileges"] }, { go: { cmd: "id", user: "root" } }],
])("finds when %j stands beside %j: %s", (config, exec, ...expected) =>
  expect(combinations(config, exec)).toEqual(expected),
);

test("a combination points at its first cause and carries no flag", () => {
  const found = reviewWorkspace({ run_config: { cap_add: ["NET_ADMIN"], user: 0 } }).at(-1);
  expect(found).toMatchObject({
    rule: "combo-root-caps",
    property: "(combination)",
    pointer: "/run_config/user",
    flag: null,
  });
});
