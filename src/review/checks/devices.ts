import { isObject, type JsonValue } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import type { RuleId } from "../catalogue/rules.ts";
import { finding, type Check } from "../finding.ts";
import { normalizePath } from "../host-path.ts";
import { listItems, type SettingPlace } from "../setting-place.ts";
import { asText, ownAnyCase } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";

/** The kinds of devices by the name of their node; the first that fits counts. */
const devicePatterns: readonly (readonly [RuleId, RegExp])[] = [
  ["device-all", /^\/dev$/],
  [
    "device-block",
    /^\/dev\/(?:sd[a-z]|hd[a-z]|vd[a-z]|xvd[a-z]|nvme\d|mmcblk\d|md\d|md\/|dm-\d|mapper(?:\/|$)|disk(?:\/|$)|loop|zfs|rbd|nbd|bcache|sg\d|pmem|block(?:\/|$))/,
  ],
  ["device-memory", /^\/dev\/(?:mem|kmem|port)$|^\/dev\/cpu\//],
  ["device-vfio", /^\/dev\/(?:vfio|vhost|iommu)/],
  ["device-input", /^\/dev\/(?:input|uinput|hidraw|uhid)/],
  ["device-console", /^\/dev\/(?:tty\d+|console|vcs)/],
  ["device-kmsg", /^\/dev\/kmsg$/],
  ["device-kvm", /^\/dev\/kvm$/],
  ["device-fuse", /^\/dev\/fuse$/],
  ["device-gpu", /^\/dev\/(?:dri|nvidia|kfd|mali|accel)/],
  ["device-av", /^\/dev\/(?:snd|video|media|v4l)/],
  ["device-usb-serial", /^\/dev\/(?:bus(?:\/|$)|usb|ttyUSB|ttyACM|ttyS|serial|lp|parport)/],
  ["device-tun", /^\/dev\/net\/tun$/],
  ["device-inert", /^\/dev\/(?:null|zero|full|random|urandom|tty)$/],
];

/** The rule for a device node, by its normalized path. */
export function deviceRule(path: string): RuleId {
  return devicePatterns.find(([, pattern]) => pattern.test(path))?.[0] ?? "device-other";
}

export const checkDevices: Check = (value, place) =>
  listItems(value, place).flatMap(({ value: item, place: at }) => checkDevice(item, at));

function checkDevice(item: JsonValue, place: SettingPlace): Finding[] {
  const device = readDevice(item);
  if (!device) return [finding("type-mismatch", place)];
  const absolute = /^[/\\]/.test(device.host);
  if (!absolute && device.host.includes("=")) return [finding("device-cdi", place)];
  const rule = deviceRule(normalizePath(device.host));
  const readOnlyDisk = rule === "device-block" && !device.permissions.includes("w");
  return [
    ...(absolute ? [] : [finding("device-relative-path", place)]),
    finding(rule, place, readOnlyDisk ? { severity: "high" } : {}),
    ...(/^[rwm]*$/.test(device.permissions)
      ? []
      : [finding("type-mismatch", place, { advice: noteWords.devicePermissions })]),
  ];
}

/** "host[:container[:permissions]]", or the object that Docker's interface has for it. Source: docker-py, parse_devices. */
function readDevice(item: JsonValue): { host: string; permissions: string } | null {
  if (typeof item === "string") {
    const [host = "", , permissions = "rwm"] = item.trim().split(":");
    return { host, permissions };
  }
  if (!isObject(item)) return null;
  return {
    host: asText(ownAnyCase(item, "PathOnHost")).trim(),
    permissions: asText(ownAnyCase(item, "CgroupPermissions")) || "rwm",
  };
}

/** Rules such as "c 189:* rwm": type, major and minor number, permissions. */
export const checkDeviceCgroupRules: Check = (value, place) =>
  listItems(value, place).map(({ value: item, place: at }) => {
    const [, type, numbers] = typeof item === "string" ? (/^\s*([abc])(?:\s+(\S+))?/i.exec(item) ?? []) : [];
    if (type === undefined) return finding("type-mismatch", at, { advice: noteWords.deviceRuleType });
    if (type.toLowerCase() === "a") return finding("devcgroup-all", at);
    if (type.toLowerCase() === "b") return finding("devcgroup-block", at);
    return finding("devcgroup-char", at, numbers === "*:*" ? { severity: "high" } : {});
  });
