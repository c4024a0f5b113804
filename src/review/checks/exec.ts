import { isObject, type JsonObject, type JsonValue, own } from "../../registry/model/json.ts";
import { isTruthy } from "../../registry/model/flags.ts";
import type { Finding } from "../../registry/model/types.ts";
import { rulesOfCommand } from "../commands.ts";
import { finding, type Check } from "../finding.ts";
import { memberPlace, type SettingPlace } from "../setting-place.ts";
import { isPropertyName } from "../../registry/model/run-config.ts";
import { isShell, splitCommand } from "../split-command.ts";
import { readUser } from "../user.ts";
import { asText, isEmpty } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";
import { checkEnvironment } from "./environment.ts";

/** The moments at which Kasm runs a command in a session. */
const hooks = new Set(["first_launch", "go", "assign"]);

/** Hooks inside hooks are looked into this deep; nothing real comes near, and the paths of deeper ones would fill the memory. */
const deepest = 8;

/** `exec_config`: {first_launch, go, assign}, each with the arguments of the SDK's exec_run. */
export const checkExecConfig: Check = (value, place) => {
  if (!isObject(value)) return [finding("type-mismatch", place)];
  return Object.entries(value).flatMap(([key, hook]): Finding[] => {
    const at = memberPlace(place, key);
    if (hooks.has(key)) return checkHook(hook, at, 1);
    if (isPropertyName(key))
      return [finding("misplaced-property", at, { severity: "low", advice: noteWords.misplacedInExec })];
    return [finding("exec-unknown-hook", at)];
  });
};

function checkHook(hook: JsonValue, place: SettingPlace, depth: number): Finding[] {
  if (hook === null) return [];
  if (!isObject(hook)) return [finding("type-mismatch", place, { advice: noteWords.hookType })];
  const keys = Object.keys(hook);
  // The author of a nested hook put the command one level too deep; one finding about that is enough.
  const missing = own(hook, "cmd") === undefined && !keys.some((key) => hooks.has(key));
  return [
    ...keys.flatMap((key) => checkHookKey(hook, key, memberPlace(place, key), depth)),
    ...(missing ? [finding("exec-no-cmd", place)] : []),
  ];
}

function checkHookKey(hook: JsonObject, key: string, place: SettingPlace, depth: number): Finding[] {
  const value = hook[key] ?? null;
  if (hooks.has(key)) return checkNestedHook(value, place, depth);
  return Object.hasOwn(hookKeys, key)
    ? hookKeys[key as keyof typeof hookKeys](value, place)
    : [finding("exec-unknown-key", place)];
}

function checkNestedHook(hook: JsonValue, place: SettingPlace, depth: number): Finding[] {
  if (depth < deepest) return [finding("exec-nested-hook", place), ...checkHook(hook, place, depth + 1)];
  return [finding("exec-nested-hook", place, { advice: noteWords.nestedTooDeep })];
}

const unremarkable: Check = () => [];

/** Every argument of exec_run. Source: docker-py, docker/models/containers.py. */
const hookKeys = {
  cmd: checkCommand,
  user: checkHookUser,
  privileged: (value, place) => (isTruthy(value) ? [finding("exec-privileged", place)] : []),
  environment: checkHookEnvironment,
  workdir: unremarkable,
  tty: unremarkable,
  stdin: unremarkable,
  stdout: unremarkable,
  stderr: unremarkable,
  detach: unremarkable,
  stream: unremarkable,
  socket: unremarkable,
  demux: unremarkable,
} as const satisfies Record<string, Check>;

function checkHookUser(value: JsonValue, place: SettingPlace): Finding[] {
  if (typeof value === "boolean" || (typeof value === "object" && value !== null)) {
    return [finding("type-mismatch", place, { advice: noteWords.hookUserType })];
  }
  const kind = readUser(value);
  if (kind === "root") return [finding("exec-root", place)];
  const usual = kind === "unset" || kind === "default" || kind === "default-respelt";
  return usual || (kind === "name" && /^kasm-user(?::|$)/.test(asText(value).trim()))
    ? []
    : [finding("exec-user-other", place)];
}

function checkHookEnvironment(value: JsonValue, place: SettingPlace): Finding[] {
  if (isEmpty(value)) return [];
  const wrong =
    typeof value === "object"
      ? []
      : [finding("type-mismatch", place, { advice: noteWords.hookEnvironmentType })];
  return [...wrong, ...checkEnvironment(value, place)];
}

/** The command: text, which the SDK splits into words without a shell, or a list of words. */
function checkCommand(value: JsonValue, place: SettingPlace): Finding[] {
  if (isEmpty(value) || (typeof value === "string" && value.trim() === ""))
    return [finding("exec-no-cmd", place)];
  if (typeof value !== "string" && !Array.isArray(value)) {
    return [finding("type-mismatch", place, { advice: noteWords.commandType })];
  }
  const text = typeof value === "string" ? value : value.map(asText).join(" ");
  const words = typeof value === "string" ? splitCommand(value) : value.map(asText);
  return [
    ...(words === null ? [finding("exec-bad-quoting", place)] : []),
    ...rulesOfCommand(text).map((rule) => finding(rule, place)),
    ...(words !== null && needsShell(words) ? [finding("exec-no-shell", place)] : []),
    ...(words !== null && losesArguments(words) ? [finding("exec-lost-arguments", place)] : []),
  ];
}

const operators = new Set(["&&", "||", "|", ">", ">>", ";", "&"]);

function needsShell(words: readonly string[]): boolean {
  return !isShell(words[0]) && words.some((word) => operators.has(word));
}

/** `bash -c script A B` runs the script alone; A and B become its $0 and $1, for scripts that ask for them, and for those they are named "_". */
function losesArguments(words: readonly string[]): boolean {
  const start = words.findIndex((word) => !/^(sudo|env|exec|nohup)$|^\w+=/.test(word));
  if (!isShell(words[start])) return false;
  let hasScript = false;
  let place = start + 1;
  for (let word = words[place] ?? ""; /^[-+]/.test(word); word = words[++place] ?? "") {
    if (/^-[a-z]+$/.test(word) && word.includes("c")) hasScript = true;
    // The word that follows belongs to it: -o pipefail
    if (/^[-+][a-z]*o$/i.test(word)) place++;
  }
  const [script = "", first, ...rest] = words.slice(place);
  if (!hasScript || first === undefined) return false;
  const isNamed = /^[-_]+$/.test(first) || (isShell(first) && rest.length === 0);
  return !isNamed && !/\$\{?[!#]?[\d@*#]|\bshift\b|\bgetopts\b|\$argv\b|\bfor \w+ *;/.test(script);
}
