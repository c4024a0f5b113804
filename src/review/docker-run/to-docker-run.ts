import { isObject, type JsonObject, type JsonValue, own } from "../../registry/model/json.ts";
import { compareVersions } from "../../registry/model/kasm-versions.ts";
import type { Checked } from "../../registry/model/types.ts";
import { commandWords, renderHooks } from "./hooks.ts";
import { runOptions } from "./options.ts";
import { quote } from "./quote.ts";
import { volumes, type Render } from "./values.ts";
import { isPropertyName } from "../../registry/model/run-config.ts";
import { asText, isEmpty } from "../values.ts";

/** A workspace translated to the command line. */
export interface DockerRun {
  /** One `docker run`, an option a line, then a `docker exec` for each hook; every word is quoted for a POSIX shell. */
  command: string;
  /** Paths of the settings that the command line cannot say (`run_config.lxc_conf`), in authored order. */
  notMapped: string[];
}

/** The name that the hooks' commands use where the workspace sets none. */
const defaultName = "session";

/**
 * The `docker run` command that says what a workspace says, so that a reader who knows the command line sees what its settings mean.
 * Kasm adds settings of its own (account 1000, a restart policy, a network), which are not shown. Never throws.
 */
export function toDockerRun(workspace: Checked): DockerRun {
  const { run_config: config = {}, exec_config = {} } = workspace.data;
  const notMapped: string[] = [];
  const container = asText(own(config, "name")) || defaultName;
  const hooks = renderHooks(exec_config, container);
  const options = [["--detach"]];
  if (hooks.commands.length > 0 && isEmpty(own(config, "name"))) options.push(["--name", container]);

  const add = (path: string, render: Render | null, value: JsonValue): void => {
    if (isEmpty(value)) return;
    const rendered = render?.(value) ?? null;
    if (rendered) options.push(...rendered);
    notMapped.push(...(rendered ? unknownMembers(path, value) : [path]));
  };
  for (const [key, value] of Object.entries(config)) {
    if (key !== "entrypoint" && key !== "command")
      add(`run_config.${key}`, isPropertyName(key) ? runOptions[key] : null, value);
  }
  addFields(workspace.data, config, add);

  const start = startWords(config);
  notMapped.push(...start.notMapped, ...hooks.notMapped);
  if (start.entrypoint !== null) options.push(["--entrypoint", start.entrypoint]);
  const lines = options.map((words) => words.map(quote).join(" "));
  const last = [imageOf(workspace), ...start.words].map(quote).join(" ");
  return {
    command: [["docker run", ...lines, last].join(" \\\n  "), ...hooks.commands].join("\n\n"),
    notMapped,
  };
}

/** Members that neither Docker nor the command line knows in these places: Kasm's own settings of a mapping, and misplaced options. */
function unknownMembers(path: string, value: JsonValue): string[] {
  const unknown = (at: string, object: JsonValue, known: readonly string[]): string[] =>
    isObject(object)
      ? Object.keys(object)
          .filter((key) => !known.includes(key.toLowerCase()))
          .map((key) => `${at}.${key}`)
      : [];
  if (path === "run_config.restart_policy") return unknown(path, value, ["name", "maximumretrycount"]);
  if (path !== "volume_mappings" || !isObject(value)) return [];
  return Object.entries(value).flatMap(([source, settings]) =>
    unknown(`${path}.${source}`, settings, ["bind", "mode", "ro", "propagation"]),
  );
}

/** Adds the workspace's own fields, over which run_config wins, as it does in Kasm. */
function addFields(
  data: Checked["data"],
  config: JsonObject,
  add: (path: string, render: Render | null, value: JsonValue) => void,
): void {
  const number =
    (option: string, unit = ""): Render =>
    (value) =>
      typeof value !== "number" ? null : value > 0 ? [[option, `${value}${unit}`]] : [];
  if (isEmpty(own(config, "mem_limit"))) add("memory", number("--memory", "m"), data.memory ?? null);
  // Shares are a weight among sessions, which has no fixed equivalent.
  if (isEmpty(own(config, "nano_cpus")))
    add("cores", data.cpu_allocation_method === "Shares" ? null : number("--cpus"), data.cores ?? null);
  if (isEmpty(own(config, "device_requests"))) add("gpu_count", number("--gpus"), data.gpu_count ?? null);
  add("volume_mappings", volumes, data.volume_mappings ?? null);
  add("persistent_profile_path", null, data.persistent_profile_path ?? null);
}

/** Of an entrypoint only the first word is an option; its other words come before those of the command. */
function startWords(config: JsonObject): { entrypoint: string | null; words: string[]; notMapped: string[] } {
  const words: string[] = [];
  const notMapped: string[] = [];
  let entrypoint: string | null = null;
  for (const key of ["entrypoint", "command"]) {
    const value = own(config, key);
    if (isEmpty(value)) continue;
    const parts = commandWords(value);
    if (parts === null) notMapped.push(`run_config.${key}`);
    else if (key === "entrypoint") {
      const [first = "", ...rest] = parts;
      entrypoint = first;
      words.push(...rest);
    } else words.push(...parts);
  }
  return { entrypoint, words, notMapped };
}

/** The image: `name` in schema 1.0, that of the newest Kasm version in 1.1. "IMAGE" where there is none, as for a link. */
function imageOf({ schema, data }: Checked): string {
  if (schema === "1.0") return data.name || "IMAGE";
  const [newest] = data.compatibility.toSorted((a, b) => compareVersions(b.version, a.version));
  return newest?.image || "IMAGE";
}
