import { listAt, type Put } from "../converted-workspace.ts";
import { leftOut } from "../../strings/docker.ts";
import { putRequest } from "./gpu.ts";

/**
 * `--device /dev/a[:/dev/b][:rwm]`: docker-py takes what follows the first colon for a path, so permissions alone get the path
 * before them. `vendor.com/class=name` is a device of the Container Device Interface. Source: docker/cli, parseDevice.
 */
export const putDevice: Put = (partial, value) => {
  if (/^[A-Za-z][\w.-]*\/[A-Za-z][\w.-]*=[\w.:-]+$/.test(value)) {
    putRequest(partial, { driver: "cdi", count: 0, ids: [value], capabilities: [], options: {} });
    return undefined;
  }
  const parts = value.split(":");
  const [host = "", second = "", third = ""] = parts;
  const permissions = parts.length === 2 && isMode(second) ? second : undefined;
  const inside = parts.length === 1 || permissions !== undefined ? host : second;
  const isSound =
    host !== "" && inside.startsWith("/") && (parts.length < 3 || (parts.length === 3 && isMode(third)));
  if (!isSound) return leftOut.notDevice;
  listAt(partial.config, "devices").push(
    parts.length === 1 ? host : [host, inside, permissions ?? third].filter(Boolean).join(":"),
  );
  return undefined;
};

/** Each of r, w and m at most once. */
function isMode(text: string): boolean {
  return /^[rwm]{1,3}$/.test(text) && new Set(text).size === text.length;
}
