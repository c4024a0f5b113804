import { secretInCommand } from "../registry/model/secrets.ts";
import type { RuleId } from "./catalogue/rules.ts";

/** One pattern rule for the text of a command. */
interface CommandRule {
  rule: RuleId;
  matches: (command: string) => boolean;
}

/** A rule for a pattern whose time grows only with the length of the text: it has no two repetitions that can share a character. */
const pattern = (rule: RuleId, expression: RegExp): CommandRule => ({
  rule,
  matches: (command) => expression.test(command),
});

/**
 * The hints that the text of a hook's command gives, in the order in which they are reported. They are heuristics: a command that hides
 * what it does gets past them. Where the plain expression would take quadratic time on long text, a function finds the same.
 */
export const commandRules: readonly CommandRule[] = [
  { rule: "exec-remote-script", matches: pipesDownloadIntoShell },
  pattern("exec-docker", /docker\.sock|\bdocker\s+(?:run|exec|cp)\b|\bnerdctl\b/),
  pattern(
    "exec-namespace-tool",
    /\b(?:nsenter|unshare|pivot_root)\b|\bchroot\s+\/|\b(?:insmod|modprobe|kexec)\b/,
  ),
  { rule: "exec-eval-url", matches: (command) => inOnePart(command, /\beval\b/, "KASM_URL") },
  { rule: "exec-grants-root", matches: grantsRoot },
  pattern("exec-setuid", /chmod\s+(?:-R\s+)?(?:0?[4-7][0-7]{3}\b|[ugoa]*\+[rwxXt]*s)|\bsetcap\b/),
  pattern("exec-mount", /(?:^|[;&|\s])mount\s+-?\S/),
  pattern(
    "exec-network-change",
    /\bip\s+(?:-\d\s+)?(?:route|rule|link|addr)\b|\biptables\b|\bnft\b|\/etc\/resolv\.conf|\/etc\/hosts\b/,
  ),
  pattern(
    "exec-disable-security",
    /\bsetenforce\s+0|\baa-(?:disable|complain)\b|\bufw\s+disable|auditctl\s+-e\s*0/,
  ),
  pattern("exec-secret", secretInCommand),
  { rule: "exec-package-install", matches: installsPackages },
  pattern("exec-download", /\b(?:curl|wget)\s/),
  pattern("exec-world-writable", /chmod\s+(?:-R\s+)?0?777\b/),
  { rule: "exec-device-perms", matches: (command) => inOnePart(command, /\b(?:chmod|chown)\b/, "/dev/") },
  pattern("exec-unquoted-url", /(?<!["\w\\])\$\{?KASM_URL\}?(?!")/),
];

/** Rules whose finding says everything that another rule would say about the same command. */
const moreSpecific: Readonly<Partial<Record<RuleId, RuleId>>> = {
  "exec-download": "exec-remote-script",
};

/** The rules that the text of a command breaks, without those that a more specific one covers. */
export function rulesOfCommand(command: string): RuleId[] {
  const rules = commandRules.filter(({ matches }) => matches(command)).map(({ rule }) => rule);
  return rules.filter((rule) => !rules.some((other) => other === moreSpecific[rule]));
}

/** Same as `first[^;&|]*then`: both in one part of the command, in this order. */
function inOnePart(command: string, first: RegExp, then: string): boolean {
  return command.split(/[;&|]/).some((part) => {
    const match = first.exec(part);
    return match !== null && part.includes(then, match.index + match[0].length);
  });
}

/** Same as `(curl|wget)\b[^|;&]*\|\s*(sudo\s+)?(ba|da|z)?sh\b`, and the two spellings without a pipe. */
function pipesDownloadIntoShell(command: string): boolean {
  const parts = command.split(/([|;&])/);
  for (let at = 0; at + 2 < parts.length; at += 2) {
    const [before = "", operator, after = ""] = parts.slice(at, at + 3);
    if (operator !== "|" || !/(?:curl|wget)\b/.test(before)) continue;
    if (/^\s*(?:sudo\s+)?(?:ba|da|z)?sh\b/.test(after)) return true;
  }
  return /(?:ba|da|z)?sh\s+<\(\s*(?:curl|wget)|(?:eval|sh\s+-c)\s+["']?\$\((?:curl|wget)/.test(command);
}

function grantsRoot(command: string): boolean {
  if (/NOPASSWD|\/etc\/sudoers|adduser\s+\S+\s+(?:sudo|wheel)|passwd\s+-d\s+root|\bchpasswd\b/.test(command))
    return true;
  let start = 0;
  for (const part of command.split(/[;&|]/)) {
    if (addsToRootGroup(command, part, start)) return true;
    start += part.length + 1;
  }
  return false;
}

/**
 * Same as `usermod\s+[^;&|]*-[aA]?G\s*\S*(sudo|wheel|root|docker)` for the part of the command that begins at `start`. The group may
 * be beyond the part; no text is looked through twice.
 */
function addsToRootGroup(command: string, part: string, start: number): boolean {
  const usermod = /usermod\s/.exec(part);
  if (!usermod) return false;
  const option = /-[aA]?G/g;
  option.lastIndex = usermod.index + usermod[0].length;
  while (option.test(part)) {
    const after = start + option.lastIndex;
    const word = wordFrom(command, after);
    if (/sudo|wheel|root|docker/.test(command.slice(word.start, word.end))) return true;
    // A later option within this word sees less of it, unless it ends the word and so looks at the next one.
    option.lastIndex = Math.max(after, word.end - 3) - start;
  }
  return false;
}

/** The run of non-space characters that begins at `from`, or after the space there. */
function wordFrom(text: string, from: number): { start: number; end: number } {
  const word = /\S+/g;
  word.lastIndex = from;
  const match = word.exec(text);
  return match ? { start: match.index, end: word.lastIndex } : { start: text.length, end: text.length };
}

/** Same as `\b(apt|…|cargo)\s+(-\S+\s+)*(install|add|i|-S\w*)\b`, looking at every option once. */
function installsPackages(command: string): boolean {
  const manager = /\b(?:apt|apt-get|apk|dnf|yum|zypper|pacman|pip3?|npm|gem|cargo)\s+/g;
  const verb = /(?:install|add|i)\b|-S/y;
  const option = /-\S+\s+/y;
  let seen = -1;
  while (manager.test(command)) {
    let at = manager.lastIndex;
    while (at > seen) {
      seen = at;
      verb.lastIndex = option.lastIndex = at;
      if (verb.test(command)) return true;
      if (option.test(command)) at = option.lastIndex;
    }
  }
  return false;
}
