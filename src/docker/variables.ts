import { notes } from "../strings/docker.ts";

/** A reference to a variable, as a shell and compose write it. */
export interface Variable {
  /** As written: `$PWD`, `${TZ:-UTC}`, `$(id -u)`. */
  written: string;
  /** Its replacement in the workspace: the default of `${TZ:-UTC}`, else the reference itself. */
  value: string;
  /** Whether `value` is a default. */
  defaulted: boolean;
}

/**
 * The variable reference that begins at `at` (a `$`), or null where the `$` is an ordinary character.
 * Source: POSIX 2.6.2 and the compose specification, which share this notation.
 */
export function readVariable(text: string, at: number): Variable | null {
  const next = text[at + 1] ?? "";
  if (next === "{") {
    const end = closing(text, at + 1, "{", "}");
    if (end < 0) return null;
    const written = text.slice(at, end + 1);
    const fallback = /^\$\{\w+:?-([^]*)\}$/.exec(written);
    const value = fallback?.[1] ?? "";
    return fallback && !value.includes("$") ? { written, value, defaulted: true } : kept(written);
  }
  if (next === "(") {
    const end = closing(text, at + 1, "(", ")");
    return end < 0 ? null : kept(text.slice(at, end + 1));
  }
  const name = /^\$(?:env:)?(?:[A-Za-z_]\w*|[0-9@*#?!])/.exec(text.slice(at, at + 200));
  return name ? kept(name[0]) : null;
}

/** Tells the reader about a variable in an option. */
export function variableNote(variable: Variable, option: string): string {
  return variable.defaulted
    ? notes.defaultTaken(option, variable.written, variable.value)
    : notes.variableKept(option, variable.written);
}

function kept(written: string): Variable {
  return { written, value: written, defaulted: false };
}

/** Offset of the bracket that closes the one at `open`, or -1. Looks 2,000 characters ahead, so that odd input stays quick. */
function closing(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  const end = Math.min(text.length, open + 2000);
  for (let at = open; at < end; at++) {
    if (text[at] === left) depth++;
    if (text[at] === right && --depth === 0) return at;
  }
  return -1;
}
