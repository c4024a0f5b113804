import { isCapability } from "../capabilities.ts";
import type { JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { listRunConfig, ofFlagged } from "../list-findings.fixture.ts";

/** The whole table of the policy. */
const critical = ["ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_RAWIO"];
const high = ["DAC_READ_SEARCH", "BPF", "PERFMON", "SYS_TIME", "MAC_OVERRIDE", "MAC_ADMIN", "SYS_BOOT"];
const medium = (
  "NET_ADMIN SYS_PTRACE SYS_NICE SYS_RESOURCE SYSLOG AUDIT_READ IPC_OWNER LINUX_IMMUTABLE SYS_PACCT SYS_TTY_CONFIG CHECKPOINT_RESTORE " +
  "LEASE AUDIT_CONTROL BLOCK_SUSPEND"
).split(" ");
const low = ["IPC_LOCK", "WAKE_ALARM", "NET_BROADCAST"];

test.each([
  ...critical.map((name) => [name, "critical"]),
  ...high.map((name) => [name, "high"]),
  ...medium.map((name) => [name, "medium"]),
  ...low.map((name) => [name, "low"]),
] as [string, string][])("%s is %s", (name, severity) => {
  const expected = [`cap_add[0] cap-${name.toLowerCase().replaceAll("_", "-")} ${severity}`];
  for (const spelling of [name, `CAP_${name}`, ` cap_${name.toLowerCase()} `])
    expect(listRunConfig({ cap_add: [spelling] })).toEqual(expected);
});

test.each(
  "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(
    " ",
  ),
)("%s is there anyway", (name) =>
  expect(listRunConfig({ cap_add: [name] })).toEqual(["cap_add[0] cap-default info"]),
);

test.each<[JsonValue, string[]]>([
  ["NET_RAW", ["cap_add type-mismatch low", "cap_add[0] cap-default low"]],
  [
    ["", "NET-ADMIN", "CAP_"],
    ["cap_add[0] cap-unknown low", "cap_add[1] cap-unknown low", "cap_add[2] cap-unknown low"],
  ],
  [
    [5, null],
    ["cap_add[0] type-mismatch low", "cap_add[1] type-mismatch low"],
  ],
  [{ SYS_ADMIN: true }, ["cap_add type-mismatch low"]],
  [[], ["cap_add empty-value info"]],
])("cap_add %j", (cap_add, expected) => expect(listRunConfig({ cap_add })).toEqual(ofFlagged(expected)));

test("dropping capabilities protects", () =>
  expect(listRunConfig({ cap_drop: ["ALL", "NET_RAW"] })).toEqual(["cap_drop cap-drop info"]));

test.each([
  ["SYS_ADMIN", true],
  ["cap_kill", true],
  [" all", true],
  ["FOOBAR", false],
  ["", false],
])("whether docker knows the capability %j: %j", (name, known) => expect(isCapability(name)).toBe(known));
