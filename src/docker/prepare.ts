/** How the shell that a command was written for escapes and continues lines. */
export type Shell = "posix" | "powershell" | "cmd";

const engine = String.raw`(?=(?:sudo|docker|podman|nerdctl|finch|[A-Za-z_]\w*=)\b|(?:sudo|docker|podman|nerdctl|finch)$)`;
const prompts = [
  String.raw`PS [^>\n]*>[ \t]*`,
  String.raw`[A-Za-z]:\\[^>\n]*>[ \t]*`,
  String.raw`\[?[\w.-]+@[\w.-]+[^$#\n]{0,100}[$#][ \t]+`,
  String.raw`[$%>][ \t]+`,
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

/** Blanks out what surrounds a command on a web page (prompts, code fences): every offset stays what it was. */
export function blankDecoration(text: string): string {
  const blank = (match: string): string => " ".repeat(match.length);
  const bare = text
    .replace(/^\uFEFF/, " ")
    .replace(/\u00A0/g, " ")
    .replace(/^[ \t]*(?:```|~~~)[\w-]*[ \t]*\r?$/gm, blank)
    .replace(promptPattern, blank)
    .replace(/^[ \t]*>[ \t]+(?=-)/gm, blank);
  // "# docker run" is a comment above a command, but root's prompt where nothing else begins one.
  return bareCommand.test(bare) ? bare : bare.replace(rootPrompt, blank);
}
