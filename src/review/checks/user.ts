import { isTruthy } from "../../registry/model/flags.ts";
import type { RuleId } from "../catalogue/rules.ts";
import { finding, type Check } from "../finding.ts";
import { readUser, type UserKind } from "../user.ts";
import { isWordForOff } from "../values.ts";

const rulesOfKinds = {
  root: "user-root",
  unset: "user-unset",
  "root-group": "user-root-group",
  "default-respelt": "user-group-explicit",
  default: null,
  "other-uid": "user-other-uid",
  name: "user-name",
  malformed: "user-malformed",
} as const satisfies Record<UserKind, RuleId | null>;

export const checkUser: Check = (value, place) => {
  const rule = rulesOfKinds[readUser(value)];
  return rule ? [finding(rule, place)] : [];
};

export const checkPrivileged: Check = (value, place) => {
  if (value === true) return [finding("privileged-on", place)];
  if (!isTruthy(value)) return [];
  const severity = typeof value === "string" && isWordForOff(value) ? "medium" : "critical";
  return [finding("privileged-nonbool", place, { severity })];
};
