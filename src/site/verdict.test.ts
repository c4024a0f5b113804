import { expect, test } from "vitest";
import type { JsonObject } from "../registry/model/json.ts";
import { reviewWorkspace } from "../review/index.ts";
import { accessSheet } from "./access.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

function verdict(data: JsonObject): Verdict {
  const findings = reviewWorkspace(data);
  return verdictOf(data, findings, accessSheet(data, findings));
}
const all = ["not root", "seccomp filter on", "no extra capabilities", "no host devices, folders or ports"];
const latest = { name: "owner/app:latest" };
const seccomp = { security_opt: ["seccomp=unconfined"] };

test.each<[JsonObject, Partial<Verdict>]>([
  [{ image_type: "Link" }, { kind: "link", level: "none" }],
  [{}, { kind: "defaults", level: "none", worst: null, defaults: all }],
  [{ run_config: { cap_drop: ["ALL"] } }, { kind: "defaults", defaults: [all[0]!, all[1]!, all[3]!] }],
  [latest, { kind: "minor", level: "usual", minor: ["image with the tag latest"], defaults: all }],
  [
    { ...latest, run_config: seccomp },
    {
      kind: "decide",
      level: "usual",
      setting: "security_opt: seccomp=unconfined",
      decide: ["no seccomp filter"],
      minor: ["image with the tag latest"],
      defaults: [all[0]!, all[2]!, all[3]!],
    },
  ],
  [
    { run_config: { privileged: true, user: "root", ...seccomp } },
    { kind: "controls", level: "critical", setting: "privileged", defaults: ["no host folders or ports"] },
  ],
  [
    { run_config: { volumes: { "/var/run/docker.sock": { bind: "/s" } } } },
    { kind: "controls", setting: "volumes: /var/run/docker.sock" },
  ],
  [{ run_config: { cap_add: ["SYS_ADMIN"] } }, { kind: "controls", setting: "cap_add: SYS_ADMIN" }],
  [
    { run_config: { cap_add: ["NET_ADMIN"], devices: ["/dev/net/tun"] } },
    {
      kind: "decide",
      level: "medium",
      setting: "cap_add: NET_ADMIN",
      decide: ["NET_ADMIN, control of the session's network"],
      minor: ["tunnel device (VPN)"],
      defaults: ["not root", "seccomp filter on", "no host folders or ports"],
    },
  ],
  [
    {
      exec_config: {
        first_launch: { user: "root", cmd: "bash -c 'echo \"a ALL=(ALL) NOPASSWD:ALL\" > /etc/sudoers'" },
      },
    },
    {
      kind: "decide",
      level: "medium",
      setting: "exec_config.first_launch.cmd",
      decide: ["users can become root"],
      defaults: all.slice(1),
    },
  ],
  [
    { run_config: { ports: { "80": 80 }, ipc_mode: "host" } },
    { defaults: all.slice(0, 3).concat("no host devices or folders") },
  ],
])("the verdict on %j", (data, expected) => expect(verdict(data)).toMatchObject(expected));
