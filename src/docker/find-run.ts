import { leftOut, parts, pasteFaults } from "../strings/docker.ts";
import { PasteError, type NotMapped } from "./converted-workspace.ts";
import type { Word } from "./read-word.ts";
import { assignmentsOf, type Command } from "./tokenise.ts";
import { variableName } from "./variables.ts";

/** The one command that starts a container. */
export interface RunCommand {
  /** The words behind `run`. */
  words: Word[];
  /** Where it ends and what ended it. */
  command: Command;
  /** Global options, shell variables, other commands, redirections: all that surrounded it. */
  notMapped: NotMapped[];
  /** Words of the commands that build an image where the command is written. */
  localBuilds: string[];
}

const engines = new Set(["docker", "podman", "nerdctl", "finch", "nvidia-docker"]);
const wrappers = new Set(["sudo", "doas", "exec", "command", "time", "nohup", "env", "winpty"]);
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
  const used = new Set(
    commands.flatMap(({ words }) =>
      words.flatMap(({ variables }) => variables.map(({ written }) => variableName(written))),
    ),
  );
  for (const command of commands.filter((_, index) => !runs[index])) {
    const set = assignmentsOf(command.words);
    first.notMapped.push(...set.filter(([name]) => !used.has(name)).map(shellVariable));
    if (set.length === 0) first.notMapped.push(otherCommand(command));
  }
  const others = commands.filter((_, index) => !runs[index]);
  return { ...first, localBuilds: others.filter(buildsImage).flatMap(({ words }) => words.map(textOf)) };
}

const textOf = (word: Word): string => word.text;

function shellVariable([option, value]: [string, string]): NotMapped {
  return { option, value, reason: leftOut.shellVariable };
}

/** Whether it makes an image on the computer that it runs on. */
function buildsImage({ words }: Command): boolean {
  const text = words.map(textOf).join(" ");
  return /(?:^|[\s/])(?:docker|podman|nerdctl|finch|buildah)(?:\.exe)? (?:(?:image|builder|buildx|container) )?(?:build|bud|commit|import|load|tag)\b/.test(
    text,
  );
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
    const assignment = assignmentsOf(words.slice(at, at + 1));
    if (assignment.length > 0) notMapped.push(...assignment.map(shellVariable));
    else if (wrappers.has(text)) wrapped = true;
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
  for (const value of command.redirections) {
    notMapped.push({ option: parts.redirection, value, reason: leftOut.redirection });
  }
  return { words: words.slice(at + 1), command, notMapped, localBuilds: [] };
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
