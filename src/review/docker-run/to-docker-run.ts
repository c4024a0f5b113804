import { type JsonObject, type JsonValue, own } from "../../registry/model/json.ts";
import { compareVersions } from "../../registry/model/kasm-versions.ts";
import type { Checked } from "../../registry/model/types.ts";
import { commandWords, renderHooks } from "./hooks.ts";
import { runOptions } from "./options.ts";
import { quote } from "./quote.ts";
import { unsaidMembers } from "./unsaid.ts";
import { volumes, type Render } from "./values.ts";
import { isPropertyName } from "../../registry/model/run-config.ts";
import { isEmpty } from "../values.ts";

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
  const { settings, entrypoint, command, image, notMapped } = runSettings(workspace);
  const name = settings.find(({ path }) => path === "run_config.name")?.options[0]?.[1];
  const hooks = renderHooks(workspace.data.exec_config ?? {}, name ?? defaultName);
  const options = [["--detach"]];
  if (hooks.commands.length > 0 && name === undefined) options.push(["--name", defaultName]);
  options.push(...settings.flatMap((setting) => setting.options));
  const [program, ...words] = entrypoint;
  if (program !== undefined) options.push(["--entrypoint", program]);
  const lines = options.map((words) => words.map(quote).join(" "));
  const last = [image, ...words, ...command].map(quote).join(" ");
  return {
    command: [["docker run", ...lines, last].join(" \\\n  "), ...hooks.commands].join("\n\n"),
    notMapped: [...notMapped, ...hooks.notMapped],
  };
}

/** The settings of a workspace as options of `docker run`, each with its words. */
export interface RunSettings {
  settings: { path: string; options: string[][] }[];
  /** Words; none where it is not set. */
  entrypoint: string[];
  command: string[];
  image: string;
  /** Paths of the settings without an option, in authored order; hooks are none of them. */
  notMapped: string[];
}

/** Translates run_config and the workspace's own fields. Never throws. */
export function runSettings(workspace: Checked): RunSettings {
  const { run_config: config = {} } = workspace.data;
  const notMapped: string[] = [];
  const settings: RunSettings["settings"] = [];
  const add = (path: string, render: Render | null, value: JsonValue): void => {
    if (isEmpty(value)) return;
    const options = render?.(value) ?? null;
    if (options) settings.push({ path, options });
    notMapped.push(...(options ? unsaidMembers(path, value) : [path]));
  };
  for (const [key, value] of Object.entries(config)) {
    if (key !== "entrypoint" && key !== "command")
      add(`run_config.${key}`, isPropertyName(key) ? runOptions[key] : null, value);
  }
  addFields(workspace.data, config, add);
  const wordsOf = (key: "entrypoint" | "command"): string[] => {
    const value = own(config, key);
    const words = isEmpty(value) ? [] : commandWords(value);
    if (words === null) notMapped.push(`run_config.${key}`);
    return words ?? [];
  };
  const [entrypoint, command] = [wordsOf("entrypoint"), wordsOf("command")];
  return { settings, entrypoint, command, image: imageOf(workspace), notMapped };
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

/** The image: `name` in schema 1.0, that of the newest Kasm version in 1.1. "IMAGE" where there is none, as for a link. */
function imageOf({ schema, data }: Checked): string {
  if (schema === "1.0") return data.name || "IMAGE";
  const [newest] = data.compatibility.toSorted((a, b) => compareVersions(b.version, a.version));
  return newest?.image || "IMAGE";
}
