import { isObject } from "../registry/model/json.ts";
import { leftOut, notes as words, parts } from "../strings/docker.ts";
import { withoutSecrets } from "../registry/model/secrets.ts";
import { reviewWorkspace } from "../review/index.ts";
import { isPlaceholder } from "./variables.ts";
import type { ConvertedWorkspace, PartialWorkspace } from "./converted-workspace.ts";
import { parseBytes } from "./values/amounts.ts";
import { nameFromImage } from "./values/image.ts";

/** Completes what depends on several options. `masked` holds the names of variables whose values are not to be seen. */
export function finish(
  partial: PartialWorkspace,
  service = "",
  masked: readonly string[] = [],
): ConvertedWorkspace {
  const { config, notes } = partial;
  leaveOutOfNetwork(partial);
  fitToMemory(partial);
  leaveOutOfPairs(partial);
  const log = config["log_config"];
  if (isObject(log) && log["Type"] === undefined) {
    config["log_config"] = { Type: "json-file", ...log };
    notes.add(words.logDriver);
  }
  if (Object.keys(config).length > 0) partial.workspace["run_config"] = config;
  noteSecrets(partial, masked);
  const title = nameFromImage(String(partial.workspace["name"]), service);
  const notMapped = partial.notMapped.map((entry) => ({ ...entry, value: withoutSecrets(entry.value) }));
  return { workspace: partial.workspace, title, notMapped, notes: [...notes] };
}

/** One note of all that looks like a secret; a variable or a placeholder is none yet. */
function noteSecrets({ workspace, config, notes }: PartialWorkspace, masked: readonly string[]): void {
  const variables = isObject(config["environment"]) ? config["environment"] : {};
  const isFilledIn = (path: string): boolean => {
    const value = String(variables[path.replace(/^environment\./, "")] ?? path);
    return value !== "" && !/^[$%]/.test(value) && !isPlaceholder(value);
  };
  const found = reviewWorkspace(workspace).filter(
    ({ rule }) => rule === "env-secret" || rule === "exec-secret",
  );
  const paths = new Set([
    ...found.map(({ path }) => path),
    ...masked.filter((name) => Object.hasOwn(variables, name)).map((name) => `environment.${name}`),
  ]);
  const filledIn = [...paths].filter(isFilledIn);
  if (filledIn.length > 0) notes.add(words.secret(filledIn.join(", ")));
}

/** Options that docker and docker-py refuse together with the network of the host and of another container. */
const refusedInNetwork = {
  host: ["ports", "links"],
  container: ["ports", "publish_all_ports", "hostname", "links", "dns", "extra_hosts", "mac_address"],
} as const;

function leaveOutOfNetwork({ config, notMapped, notes }: PartialWorkspace): void {
  const mode = String(config["network_mode"] ?? "");
  const kind = mode === "host" ? "host" : mode.startsWith("container:") ? "container" : null;
  for (const key of kind ? refusedInNetwork[kind] : []) {
    const value = config[key];
    if (value === undefined) continue;
    delete config[key];
    if (key === "ports") notes.delete(words.publishedPort);
    const shown = isObject(value) ? Object.keys(value).join(", ") : String(value);
    notMapped.push({
      option: key === "ports" ? parts.ports : key,
      value: shown,
      reason: leftOut[kind === "host" ? "hostNetwork" : "containerNetwork"],
    });
  }
}

/** Pairs that docker refuses: a second name of the host, cores said twice, options for a log that is not written, and a restart of what is removed. */
function leaveOutOfPairs(partial: PartialWorkspace): void {
  const { workspace, config, notMapped } = partial;
  if (config["uts_mode"] === "host") leaveOut(partial, "hostname", leftOut.hostUts);
  for (const key of workspace["cores"] === undefined ? [] : ["cpu_period", "cpu_quota"])
    leaveOut(partial, key, leftOut.coresTwice);
  const log = config["log_config"];
  if (isObject(log) && log["Type"] === "none" && isObject(log["Config"])) {
    const value = Object.keys(log["Config"]).join(", ");
    notMapped.push({ option: parts.logOptions, value, reason: leftOut.noLog });
    delete log["Config"];
  }
  const restart = config["restart_policy"];
  const isRemoved = notMapped.some(({ option, value }) => option === "--rm" && value === "");
  if (!isRemoved || !isObject(restart) || restart["Name"] === "no") return;
  notMapped.push({ option: "--restart", value: String(restart["Name"]), reason: leftOut.restartRemoved });
  delete config["restart_policy"];
}

function leaveOut({ config, notMapped }: PartialWorkspace, key: string, reason: string): void {
  if (config[key] === undefined) return;
  notMapped.push({ option: key, value: String(config[key]), reason });
  delete config[key];
}

/** The engine refuses a total below the memory, which is rounded up to whole megabytes, and a reservation above it. */
function fitToMemory(partial: PartialWorkspace): void {
  const { workspace, config } = partial;
  const memory = workspace["memory"];
  if (typeof memory !== "number") return;
  const swap = parseBytes(String(config["memswap_limit"])) ?? 0;
  if (swap > 0 && Math.ceil(swap / 1e6) < memory) leaveOut(partial, "memswap_limit", leftOut.swapBelow);
  else if (swap > 0 && swap < memory * 1e6) config["memswap_limit"] = memory * 1e6;
  const reservation = parseBytes(String(config["mem_reservation"])) ?? 0;
  if (reservation > memory * 1e6) leaveOut(partial, "mem_reservation", leftOut.reservationAbove);
}
