import type { JsonValue } from "../registry/model/json.ts";

/** Kinds of `user` values, in run_config and in the hooks of exec_config. */
export type UserKind =
  | "root"
  | "unset"
  | "root-group"
  /** Account 1000, but not written as plain 1000. */
  | "default-respelt"
  | "default"
  | "other-uid"
  | "name"
  | "malformed";

/**
 * Reads a user as Docker does: a number in any spelling, or a name that Docker looks up in the image; perhaps with ":group".
 * Source: moby/sys/user, GetExecUser.
 */
export function readUser(value: JsonValue): UserKind {
  if (value === null) return "unset";
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 ? uidKind(value) : "malformed";
  if (typeof value !== "string") return "malformed";
  const text = value.trim();
  if (text === "") return "unset";
  if (text === "1000") return "default";
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const group = colon < 0 ? "" : text.slice(colon + 1);
  const uid = readId(name);
  if (name === "" || isRoot(name)) return "root";
  if (uid !== null && uid < 0) return "malformed";
  // A shell would replace "$(id -u)" or "$UID"; nothing does here.
  if (uid === null && /\s|\$[\w({]/.test(name)) return "malformed";
  if (isRoot(group)) return "root-group";
  if (group.includes(":")) return "malformed";
  if (uid === null) return "name";
  return uid === 1000 ? "default-respelt" : "other-uid";
}

function uidKind(uid: number): UserKind {
  if (uid === 0) return "root";
  return uid === 1000 ? "default" : "other-uid";
}

/** Whether an account or group is root: by name, or by a number that is 0 in any spelling ("00", "+0"). */
function isRoot(name: string): boolean {
  return name.toLowerCase() === "root" || readId(name) === 0;
}

function readId(text: string): number | null {
  return /^[+-]?\d+$/.test(text) ? Number(text) : null;
}
