import type { JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { listRunConfig } from "../list-findings.fixture.ts";

test.each<[JsonValue, string]>([
  ["seccomp=unconfined", "seccomp-unconfined medium"],
  ["seccomp:unconfined", "seccomp-unconfined medium"],
  [" SECCOMP=Unconfined ", "seccomp-unconfined medium"],
  ['seccomp={"defaultAction":"SCMP_ACT_LOG"}', "seccomp-allow-all medium"],
  ['seccomp:{"defaultAction":"SCMP_ACT_ALLOW"}', "seccomp-allow-all medium"],
  ["seccomp={}", "seccomp-allow-all medium"],
  ['seccomp={"defaultAction":"SCMP_ACT_ERRNO","syscalls":[]}', "seccomp-custom medium"],
  ['seccomp={"__proto__":{"defaultAction":"SCMP_ACT_ALLOW"}}', "seccomp-custom medium"],
  ["seccomp=/etc/docker/chrome.json", "seccomp-path low"],
  ["seccomp=chrome.json", "seccomp-path low"],
  ['seccomp={"defaultAction":', "seccomp-path low"],
  ["seccomp=[]", "seccomp-path low"],
  ["seccomp=builtin", "seccomp-builtin info"],
  ["seccomp=", "seccomp-builtin info"],
  ["apparmor=unconfined", "apparmor-unconfined medium"],
  ["apparmor:unconfined", "apparmor-unconfined medium"],
  ["apparmor=docker-default", "apparmor-default info"],
  ["apparmor=", "apparmor-default info"],
  ["apparmor=my-profile", "apparmor-custom low"],
  ["label=disable", "selinux-disable medium"],
  ["label:disable", "selinux-disable medium"],
  ["disable", "selinux-disable medium"],
  ["label=type:spc_t", "selinux-disable medium"],
  ["label:type:spc_t", "selinux-disable medium"],
  ["label=type:svirt_apache_t", "selinux-label medium"],
  ["label=level:s0:c100", "selinux-label medium"],
  ["label=user:system_u", "selinux-label medium"],
  ["label=nothing", "security-opt-unknown low"],
  ["no-new-privileges", "nnp-on info"],
  ["no-new-privileges:true", "nnp-on info"],
  ["no-new-privileges=1", "nnp-on info"],
  ["no-new-privileges=false", "nnp-off medium"],
  ["no-new-privileges=perhaps", "security-opt-unknown low"],
  ["systempaths=unconfined", "systempaths-unconfined high"],
  ["systempaths=all", "systempaths-unconfined low"],
  ["systempaths", "security-opt-unknown low"],
  ["writable-cgroups", "writable-cgroups high"],
  ["writable-cgroups=true", "writable-cgroups high"],
  ["writable-cgroups=false", "writable-cgroups info"],
  ["unconfined", "security-opt-unknown low"],
  ["", "security-opt-unknown low"],
  ["constructor", "security-opt-unknown low"],
  ["__proto__=x", "security-opt-unknown low"],
  [5, "type-mismatch low"],
  [{ seccomp: "unconfined" }, "type-mismatch low"],
])("finds when security_opt has %j: %s", (item, expected) =>
  expect(listRunConfig({ security_opt: [item] })).toEqual([`security_opt[0] ${expected}`]),
);

test("a profile nested a hundred thousand deep is no way to crash", () => {
  const deep = `seccomp={"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect(listRunConfig({ security_opt: [deep] })).toEqual(["security_opt[0] seccomp-custom medium"]);
});
