import { holdsLogin } from "./foreign-keys.ts";

const secretName =
  /(?:^|_)(?:pass(?:word|wd|phrase)?|pw|pwd|secret|token|api_?key|access_?key|private_?key|credentials?)(?:_|$)/i;

/** Whether a name is that of a secret. The location of one is none, and neither is a public key. */
export function isSecretName(written: string): boolean {
  const name = written.replaceAll("-", "_");
  if (/_(?:file|path|url)$/i.test(name) || /(?:^|_)public_?key$/i.test(name)) return false;
  return secretName.test(name) || /_key$/i.test(name);
}

/** A secret on a command line: `password=hunter2`, `--token hunter2`. A variable or a placeholder is none. */
export const secretInCommand =
  /(?<![A-Za-z])(?:password|passwd|secret|token|api[_-]?key)\s*[=:]\s*[^\s$"']{4,}|(?<!\S)--(?:[a-z]{1,20}-)?(?:password|passwd|secret|token|api-key)\s+[^\s$"'<{-][^\s$"']{3,}/i;

/** A secret in a text for people, where "password: see below" is none: its value has a digit in it, or it is the login of an address. */
export function isSecretInProse(text: string): boolean {
  const [, value = ""] =
    /(?<![A-Za-z])(?:password|passwd|passphrase|secret|token|api[ _-]?key)\s?(?:[=:]|is)\s?["'`]?([^\s"'`<{$,;]{6,})/i.exec(
      text,
    ) ?? [];
  return (/\d/.test(value) && !/:\/\//.test(value)) || holdsLogin(text);
}

/** The text with "…" in place of the values of names that are those of secrets, as in `VNC_PW=…` and `"api_key": "…"`. */
export function withoutSecrets(text: string): string {
  return text
    .replace(
      /(?<![\w-])([\w-]{1,60})(["']?\s?[=:]\s?["']?)([^\s"',{}[\]]+)/g,
      (all, name: string, sign: string) => (isSecretName(name) ? `${name}${sign}…` : all),
    )
    .replace(/(\slogin\s(?:\S{1,60}\s){0,4}?(?:-p|--password)[ =])\S+/g, "$1…");
}
