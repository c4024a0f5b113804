import { leftOut, parts, pasteFaults } from "../strings/docker.ts";
import { PasteError, type NotMapped } from "./converted-workspace.ts";
import type { Word } from "./read-word.ts";
import type { Command } from "./tokenise.ts";

/** The one command that starts a container. */
export interface RunCommand {
  /** The words behind `run`. */
  words: Word[];
  /** Where it ends and what ended it. */
  command: Command;
  /** Global options, shell variables, other commands: all that surrounded it. */
  notMapped: NotMapped[];
}

const engines = new Set(["docker", "podman", "nerdctl", "finch", "nvidia-docker"]);
const wrappers = new Set(["sudo", "doas", "exec", "command", "time", "nohup", "env"]);
/** Options of sudo and env that take the next word as their value. */
const wrapperValues = new Set([
  "-u",
  "--user",
  "-g",
  "--group",
  "-h",
  "--host",
  "-p",
  "--prompt",
  "-C",
  "-S",
]);
/** Options of the engine itself, before `run`, that take the next word. */
const globalValues = new Set([
  "-H",
  "--host",
  "-c",
  "--context",
  "--config",
  "-l",
  "--log-level",
  "--tlscacert",
  "--tlscert",
  "--tlskey",
  "--connection",
  "--identity",
  "--url",
  "--root",
  "--runroot",
  "--storage-driver",
  "--storage-opt",
  "--tmpdir",
  "-n",
  "--namespace",
  "-a",
  "--address",
  "--data-root",
  "--snapshotter",
  "--cgroup-manager",
  "--events-backend",
]);

/**
 * The single `docker run` (or create, or podman's) among the commands of a paste.
 * Throws PasteError where there is none, where there are two, and for docker compose.
 */
export function findRun(commands: Command[]): RunCommand {
  const runs = commands.map(readRun);
  const first = runs.find((run) => run !== null);
  const start = commands[0]?.words[0]?.start ?? 0;
  if (!first) throw new PasteError(nothingToRun(commands), start);
  const second = runs.find((run) => run !== null && run !== first);
  if (second) {
    throw new PasteError(pasteFaults.secondRun, second.command.words[0]?.start ?? 0);
  }
  first.notMapped.push(...commands.filter((_, index) => !runs[index]).map(otherCommand));
  return first;
}

/** Null where the command does not start a container. */
function readRun(command: Command): RunCommand | null {
  const { words } = command;
  const textAt = (index: number): string => words[index]?.text ?? "";
  const notMapped: NotMapped[] = [];
  let at = 0;
  let wrapped = false;
  for (; at < words.length; at++) {
    const text = textAt(at);
    const [assignment, option = "", value = ""] = /^([A-Za-z_]\w*)=([^]*)$/.exec(text) ?? [];
    if (assignment) {
      notMapped.push({ option, value, reason: leftOut.shellVariable });
    } else if (wrappers.has(text)) wrapped = true;
    else if (wrapped && text.startsWith("-")) at += wrapperValues.has(text) ? 1 : 0;
    else break;
  }
  if (!engines.has(engineName(textAt(at)))) return null;
  for (at++; textAt(at).startsWith("-"); at++) {
    const [option = "", value] = textAt(at).split(/=([^]*)/);
    const taken = value ?? (globalValues.has(option) ? textAt(++at) : "");
    notMapped.push({ option, value: taken, reason: leftOut.engine });
  }
  if (textAt(at) === "container") at++;
  const verb = textAt(at);
  if (verb !== "run" && verb !== "create") return null;
  return { words: words.slice(at + 1), command, notMapped };
}

/** `docker` of `/usr/bin/docker` and `docker.exe`. */
function engineName(word: string): string {
  return word.replace(/^.*[/\\]/, "").replace(/\.exe$/i, "");
}

function nothingToRun(commands: Command[]): string {
  const first = commands[0]?.words.map((word) => word.text) ?? [];
  if (first.length === 0) return pasteFaults.empty;
  if (first.includes("compose") || first.some((word) => /(?:docker|podman)-compose$/.test(word))) {
    return pasteFaults.startsCompose;
  }
  return pasteFaults.noRun;
}

function otherCommand(command: Command): NotMapped {
  const value = command.words.map((word) => word.text).join(" ");
  return { option: parts.otherCommand, value, reason: leftOut.otherCommand };
}
