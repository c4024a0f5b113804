import { isObject, type JsonObject, type JsonValue, own } from "../../registry/model/json.ts";
import { splitCommand } from "../split-command.ts";
import { asText, isEmpty } from "../values.ts";
import { hookComments } from "../../strings/findings.ts";
import { quote } from "./quote.ts";
import { environment, onOff, unsaidEnvironment, word, type Render } from "./values.ts";

/** The hooks in the order in which Kasm runs them. */
const hooks = ["first_launch", "go", "assign"] as const;

const execOptions: Readonly<Record<string, Render>> = {
  user: word("--user"),
  privileged: onOff("--privileged"),
  environment,
  workdir: word("--workdir"),
  tty: onOff("--tty"),
  stdin: onOff("--interactive"),
  detach: onOff("--detach"),
};

/** The `docker exec` commands for exec_config, each with a comment that says when it runs. `container` is the name of the session. */
export function renderHooks(
  config: JsonValue,
  container: string,
): { commands: string[]; notMapped: string[] } {
  if (config === null) return { commands: [], notMapped: [] };
  if (!isObject(config)) return { commands: [], notMapped: ["exec_config"] };
  const commands: string[] = [];
  const notMapped = Object.keys(config)
    .filter((key) => !(hooks as readonly string[]).includes(key))
    .map((key) => `exec_config.${key}`);
  for (const hook of hooks) {
    const value = own(config, hook);
    if (isEmpty(value)) continue;
    const words = isObject(value) ? commandWords(own(value, "cmd")) : null;
    if (!isObject(value) || words === null) {
      notMapped.push(`exec_config.${hook}`);
      continue;
    }
    const options = hookOptions(value, `exec_config.${hook}`);
    notMapped.push(...options.notMapped);
    commands.push(
      `# ${hookComments[hook]}\n${["docker exec", ...options.words, quote(container), ...words.map(quote)].join(" ")}`,
    );
  }
  return { commands, notMapped };
}

function hookOptions(hook: JsonObject, path: string): { words: string[]; notMapped: string[] } {
  const words: string[] = [];
  const notMapped: string[] = [];
  for (const [key, value] of Object.entries(hook)) {
    if (key === "cmd" || isEmpty(value)) continue;
    const rendered = own(execOptions, key)?.(value);
    if (rendered) words.push(...rendered.flat().map(quote));
    if (rendered && key === "environment")
      notMapped.push(...unsaidEnvironment(value).map((name) => `${path}.${key}.${name}`));
    if (!rendered) notMapped.push(`${path}.${key}`);
  }
  return { words, notMapped };
}

/** The words of a command, or null where it is missing or cannot be taken apart. */
export function commandWords(value: JsonValue | undefined): string[] | null {
  const words =
    typeof value === "string" ? splitCommand(value) : Array.isArray(value) ? value.map(asText) : null;
  return words && words.length > 0 ? words : null;
}
