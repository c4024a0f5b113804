import { newWorkspace as words } from "../../src/strings/commands.ts";
import { createInterface } from "node:readline";
import { UsageError } from "./cli.ts";

/** Something a command needs to know: an option on the command line, a question on a terminal. */
export interface Question<T> {
  /** Without the dashes. */
  option: string;
  /** As asked: `Name`. */
  text: string;
  /** Taken for an empty answer; null where an answer is required. */
  fallback: string | null;
  /** The answer understood; throws UsageError for one that is not. */
  read: (text: string) => T;
}

/** How answers are got: one line a question. */
export interface Asker {
  ask: (prompt: string) => Promise<string>;
  tell: (text: string) => void;
  close: () => void;
}

/** A person at a terminal, or null where there is none: a command then never waits. */
export function terminalAsker(): Asker | null {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return null;
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  // Lines are kept until they are asked for: several answers pasted at once are all read.
  const lines = reader[Symbol.asyncIterator]();
  // Ctrl-C ends the command, like Ctrl-D, instead of leaving it waiting.
  reader.on("SIGINT", () => reader.close());
  let open = true;
  reader.on("close", () => (open = false));
  return {
    ask: async (prompt) => {
      reader.setPrompt(prompt);
      if (open) reader.prompt();
      const { value, done } = await lines.next();
      if (done) throw new Error(words.inputEnded);
      return value;
    },
    tell: (text) => void process.stdout.write(`${text}\n`),
    close: () => reader.close(),
  };
}

/**
 * The answer to a question: the option's text if given, else the fallback with `takeDefaults`, else what a person types (asked again until
 * it is understood). Without a person the option's name goes to `missing`, and the result is null.
 */
export async function answer<T>(
  question: Question<T>,
  given: string | undefined,
  takeDefaults: boolean,
  asker: Asker | null,
  missing: string[],
): Promise<T | null> {
  const { option, text, fallback, read } = question;
  if (given !== undefined) return readOption(option, given, read);
  if (takeDefaults && fallback !== null) return read(fallback);
  if (!asker) {
    missing.push(`--${option}`);
    return null;
  }
  for (;;) {
    const typed = (await asker.ask(`${text}${fallback ? ` [${fallback}]` : ""}: `)).trim();
    try {
      return read(typed === "" ? (fallback ?? "") : typed);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      asker.tell(`  ${error.message}`);
    }
  }
}

function readOption<T>(option: string, given: string, read: (text: string) => T): T {
  try {
    return read(given.trim());
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`--${option}: ${error.message}`) : error;
  }
}
