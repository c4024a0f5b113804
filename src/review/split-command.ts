/**
 * The words of a command as Python's `shlex.split` gives them, which the Docker SDK calls for every command given as text: without a shell, so
 * `&&` and `|` are ordinary words. Null where a quotation mark or backslash is left open. The reader in src/docker/ is another one because a
 * paste comes from a shell, with operators, variables, continued lines and three dialects of escapes.
 */
export function splitCommand(command: string): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote = "";
  for (let at = 0; at < command.length; at++) {
    const char = command.charAt(at);
    if (quote === "'") {
      if (char === "'") quote = "";
      else word += char;
    } else if (char === "\\") {
      const next = command[++at];
      if (next === undefined) return null;
      // Between double quotation marks a backslash is literal unless it hides a quotation mark or a backslash.
      word = (word ?? "") + (quote && next !== '"' && next !== "\\" ? char : "") + next;
    } else if (quote) {
      if (char === quote) quote = "";
      else word += char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= "";
    } else if (/[ \t\r\n]/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? "") + char;
  }
  if (quote) return null;
  if (word !== null) words.push(word);
  return words;
}

const shells = new Set(["sh", "bash", "dash", "zsh", "ash", "ksh", "mksh", "fish", "csh", "tcsh"]);

/** Whether a word starts a shell, with or without the path to it. */
export function isShell(word: string | undefined): boolean {
  return word !== undefined && shells.has(word.slice(word.lastIndexOf("/") + 1));
}
