/** How the shell that a command was written for escapes and continues lines. */
export type Shell = "posix" | "powershell" | "cmd";

const engine = String.raw`(?=(?:(?:sudo|docker|podman|nerdctl|finch)(?:\.exe)?(?![\w.-])|[A-Za-z_]\w*=\b))`;
const prompts = [
  String.raw`PS [^>\n]*>[ \t]*`,
  String.raw`[A-Za-z]:\\[^>\n]*>[ \t]*`,
  String.raw`\[?[\w.-]+@[\w.-]+[^$#\n]{0,100}[$#][ \t]+`,
  String.raw`[$%>][ \t]+`,
  String.raw`[➜❯»λ][^\n]{0,100}?[ \t]`,
];
const promptPattern = new RegExp(String.raw`^[ \t]*(?:${prompts.join("|")})${engine}`, "gm");
const rootPrompt = new RegExp(String.raw`^[ \t]*#[ \t]+${engine}`, "gm");
const bareCommand = new RegExp(String.raw`^[ \t]*${engine}`, "m");

/** Names of shells that begin a prompt or end a line in their own way; a paste that shows neither is read as POSIX. */
export function shellOf(text: string): Shell {
  if (/(?:^|[ \t])`[ \t]*\r?$/m.test(text) || /^[ \t]*PS [^>\n]*>/m.test(text)) return "powershell";
  if (/(?:^|[ \t])\^[ \t]*\r?$/m.test(text) || /^[ \t]*[A-Za-z]:\\[^>\n]*>/m.test(text)) return "cmd";
  return "posix";
}

const blank = (match: string): string => " ".repeat(match.length);

/** Blanks out the fences of Markdown around a code block: every offset stays what it was. */
export function blankFences(text: string): string {
  return text.replace(/^[ \t]*(?:```|~~~)[^`\r\n]*\r?$/gm, blank);
}

/** Blanks out what surrounds a command on a web page (prompts, code fences): every offset stays what it was. */
export function blankDecoration(text: string): string {
  const bare = blankFences(text.replace(/^\uFEFF/, " ").replace(/\u00A0/g, " "))
    .replace(/^([ \t]*)`([^`\r\n]+)`(?=[ \t]*\r?$)/gm, "$1 $2 ")
    .replace(promptPattern, blank)
    .replace(/^[ \t]*>[ \t]+(?=-)/gm, blank)
    // A shell begins each continued line with its second prompt; a redirection stands rather behind the command.
    .replace(
      /([\\`^][ \t]*\r?\n)(>>?)(?=[ \t])/g,
      (_, before: string, prompt: string) => before + blank(prompt),
    );
  // "# docker run" is a comment above a command, but root's prompt where nothing else begins one.
  return bareCommand.test(bare) ? bare : bare.replace(rootPrompt, blank);
}
