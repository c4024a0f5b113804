import type { JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { listRunConfig } from "../list-findings.fixture.ts";

test.each<[JsonValue, ...string[]]>([
  ["/dev", "device-all critical"],
  ["/dev/../dev//", "device-all critical"],
  ["/dev/sda", "device-block critical"],
  ["/dev/nvme0n1p2:/dev/disk:rw", "device-block critical"],
  ["/dev/sda:/dev/sda:r", "device-block high"],
  ["/dev/sda:r", "device-block critical", "value-refused low"],
  ["/dev/mapper/data", "device-block critical"],
  ["/dev/disk", "device-block critical"],
  ["/dev/sg0", "device-block critical"],
  ["/dev/mem", "device-memory high"],
  ["/dev/cpu/0/msr", "device-memory high"],
  ["/dev/vfio/1", "device-vfio high"],
  ["/dev/vhost-net", "device-vfio high"],
  ["/dev/input/event3", "device-input high"],
  ["/dev/hidraw0", "device-input high"],
  ["/dev/tty1", "device-console high"],
  ["/dev/vcsa", "device-console high"],
  ["/dev/kmsg", "device-kmsg medium"],
  ["/dev/kvm", "device-kvm medium"],
  ["/dev/fuse", "device-fuse medium"],
  ["/dev/nvidia0", "device-gpu medium"],
  ["/dev/kfd", "device-gpu medium"],
  ["/dev/snd", "device-av medium"],
  ["/dev/video0", "device-av medium"],
  ["/dev/bus/usb", "device-usb-serial medium"],
  ["/dev/ttyUSB0", "device-usb-serial medium"],
  ["/dev/ttyS0", "device-usb-serial medium"],
  ["/dev/net/tun", "device-tun low"],
  ["/dev/tty", "device-inert info"],
  ["/dev/null", "device-inert info"],
  ["/dev/ttyprintk", "device-other medium"],
  ["/dev/kvm2", "device-other medium"],
  ["/sys/class", "device-other medium"],
  ["vendor.com/class=name", "device-cdi medium"],
  ["/dev/a=b", "device-other medium"],
  ["dev/kvm", "device-relative-path info", "device-kvm medium"],
  ["./dev", "device-relative-path info", "device-all critical"],
  ["", "device-relative-path info", "device-other medium"],
  [{ PathOnHost: "/dev/sda", CgroupPermissions: "r" }, "device-block high"],
  [{ pathonhost: "/dev/fuse" }, "device-fuse medium"],
  [{ PathOnHost: 7 }, "device-relative-path info", "device-other medium"],
  [7, "type-mismatch low"],
  [null, "type-mismatch low"],
  [["/dev/kvm"], "type-mismatch low"],
])("finds the device %j", (device, ...expected) =>
  expect(listRunConfig({ devices: [device] })).toEqual(expected.map((line) => `devices[0] ${line}`)),
);

test.each<[JsonValue, string]>([
  ["a *:* rwm", "devcgroup-all critical"],
  ["a", "devcgroup-all critical"],
  ["b 8:* rwm", "devcgroup-block high"],
  ["c 189:* rwm", "devcgroup-char medium"],
  ["c *:* rwm", "devcgroup-char high"],
  [" C 4:0 r", "devcgroup-char medium"],
  ["x 1:1 r", "type-mismatch low"],
  [5, "type-mismatch low"],
])("device_cgroup_rules %j: %s", (rule, expected) =>
  expect(listRunConfig({ device_cgroup_rules: [rule] })).toEqual([`device_cgroup_rules[0] ${expected}`]),
);

test("GPU requests", () => {
  expect(listRunConfig({ device_requests: [{ count: -1 }, { count: 1 }] })).toEqual([
    "device_requests gpu-request medium",
  ]);
  expect(listRunConfig({ device_requests: { count: 1 } })).toEqual([
    "device_requests type-mismatch low",
    "device_requests gpu-request medium",
  ]);
});
