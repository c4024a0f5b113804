import { isObject } from "../../registry/model/json.ts";
import { finding, type Check } from "../finding.ts";
import { memberPlace } from "../setting-place.ts";
import { isPropertyName } from "../../registry/model/run-config.ts";
import { splitCommand, isShell } from "../split-command.ts";
import { asMode, asNumber, asText, isEmpty, isMeantOn, ownAnyCase } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";

/** `restart_policy`: {Name, MaximumRetryCount}. Other options of Docker inside it have no effect. */
export const checkRestartPolicy: Check = (value, place) => {
  if (!isObject(value)) return [];
  const name = asMode(ownAnyCase(value, "Name"));
  const retries = asNumber(ownAnyCase(value, "MaximumRetryCount")) ?? 0;
  const endless = name === "always" || (name === "on-failure" && (retries <= 0 || retries > 5));
  const misplaced = Object.keys(value).filter((key) => isPropertyName(key) && key !== "name");
  return [
    finding("restart-policy", place, endless ? { severity: "low" } : {}),
    ...misplaced.map((key) => finding("misplaced-property", memberPlace(place, key))),
  ];
};

/** `remove` and `auto_remove`. */
export const checkAutoRemove: Check = (value, place) => [
  finding(
    "auto-remove",
    place,
    isMeantOn(value) ? {} : { severity: "info", reason: noteWords.offReason, warning: null },
  ),
];

export const checkDetach: Check = (value, place) => [
  finding(
    "detach-off",
    place,
    isMeantOn(value) ? { severity: "info", reason: noteWords.detachOnReason, warning: null } : {},
  ),
];

/** `healthcheck`: {Test, Interval, …}; ["NONE"] switches the image's own check off. */
export const checkHealthcheck: Check = (value, place) => {
  if (!isObject(value)) return [];
  const test = ownAnyCase(value, "Test");
  const runs = !isEmpty(test) && !(Array.isArray(test) && test[0] === "NONE");
  const usual = { severity: "info", reason: noteWords.healthcheckTimingReason } as const;
  return [
    finding("healthcheck", place, runs ? {} : usual),
    ...Object.entries(value)
      .filter(([key, time]) => timings.test(key) && typeof time === "string")
      .map(([key]) => finding("type-mismatch", memberPlace(place, key), { advice: noteWords.nanoseconds })),
  ];
};

/** Docker's interface takes these as numbers; "30s" is the spelling of Compose. */
const timings = /^(?:interval|timeout|start_?(?:period|interval))$/i;

/** `log_config`: {Type, Config}; without a type Docker logs as it does by default. */
export const checkLogConfig: Check = (value, place) => {
  if (!isObject(value)) return [];
  const type = asMode(ownAnyCase(value, "Type")) ?? "";
  if (type === "none") return [finding("log-none", place)];
  return [finding(["", "json-file", "local", "journald"].includes(type) ? "log-local" : "log-remote", place)];
};

/** `entrypoint`: a shell with a script on its command line instead of a program of the image. */
export const checkEntrypoint: Check = (value, place) => {
  const words = Array.isArray(value) ? value.map(asText) : (splitCommand(asText(value)) ?? []);
  const inline = isShell(words[0]) && words.slice(1).some((word) => /^-[a-z]*c$/.test(word));
  return inline ? [finding("entrypoint-shell", place)] : [];
};
