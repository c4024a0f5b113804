import { safeImage } from "./svg-image.ts";

const deepestBlock = 4;
/** Tokens that can hold a brace or a semicolon, or are one. */
const tokens =
  /\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|url\(\s*[^"'()\s][^)]*\)?|\\[^]|[{};]/gi;

/** The style sheet or declarations without the rules that load or run something; `lost` is told each of them. */
export function harmlessCss(css: string, lost: (part: string) => void, depth = 0): string {
  if (isHarmlessCss(css)) return css;
  const parts = depth < deepestBlock ? [...partsOf(css)] : [];
  const kept = parts.map(({ text, open }) => {
    if (isHarmlessCss(text)) return text;
    const head = text.slice(0, open);
    if (open < 0 || !isHarmlessCss(head)) return tell(text, lost);
    const end = text.endsWith("}") ? -1 : undefined;
    return `${head}{${harmlessCss(text.slice(open + 1, end), lost, depth + 1)}}`;
  });
  const joined = kept.join("");
  // The whole is judged again, so that nothing depends on where it was split.
  return parts.length > 0 && isHarmlessCss(joined) ? joined : tell(css, lost);
}

/** `url(//x/#a) red` is red where the address is not loaded, as in every icon. Null without such a colour. */
export function paintFallback(value: string): string | null {
  return (
    /^\s*url\([^()]*\)\s+(#[\da-f]{3,8}|[a-z]{3,20}|(?:rgb|hsl)a?\([\d\s,.%/-]{1,60}\))\s*$/i.exec(
      value,
    )?.[1] ?? null
  );
}

/** A declaration of a paint with its address taken out; "" where it has no colour behind. */
function withFallback(declaration: string): string {
  const [, name = "", paint = "", end = ""] =
    /^(\s*(?:fill|stroke)\s*:)([^;]*)(;?)$/i.exec(declaration) ?? [];
  const colour = paintFallback(paint);
  return colour !== null && isHarmlessCss(colour) ? name + colour + end : "";
}

function tell(part: string, lost: (part: string) => void): string {
  const words = part
    .replace(/\/\*[^]*?(?:\*\/|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (words !== "" && words !== ";") lost(words);
  return withFallback(part);
}

/** Comments, statements and blocks; `open` is where a block's brace is, -1 without one. */
function* partsOf(css: string): Generator<{ text: string; open: number }> {
  let start = 0;
  let open = -1;
  let depth = 0;
  for (const { 0: token, index } of css.matchAll(tokens)) {
    const end = index + token.length;
    const isComment = token.startsWith("/*") && css.slice(start, index).trim() === "";
    if (token === "{" && depth++ === 0) open = index - start;
    if (token === "}") depth = Math.max(0, depth - 1);
    if (depth > 0 || !(isComment || token === "}" || token === ";")) continue;
    yield { text: css.slice(start, end), open };
    start = end;
    open = -1;
  }
  if (start < css.length) yield { text: css.slice(start), open };
}

/** No import, and no address but of a fragment or of a picture inside. Comments are not passed over: what looks like one may be inside a text. */
export function isHarmlessCss(css: string): boolean {
  return loadsNothing(css) && (!css.includes("\\") || loadsNothing(withoutEscapes(css)));
}

/** The name of a namespace looks like an address, and nothing is read from it. */
const namespaceName =
  /@namespace\s+(?:[\w-]{1,40}\s+)?(?:url\()?["']?http:\/\/www\.w3\.org\/[\w/.-]{1,60}["']?\)?\s*;/gi;

function loadsNothing(sheet: string): boolean {
  const css = sheet.replace(namespaceName, ";");
  if (
    /@import|expression\s*\(|javascript:|behavior\s*:|-moz-binding|image(?:-set)?\s*\(|cross-fade\s*\(|\bsrc\s*\(/i.test(
      css,
    )
  )
    return false;
  for (const match of css.matchAll(/url\s*\([ \t\r\n\f]*(["']?)([^)]*)/gi)) {
    const target = (match[2] ?? "").replace(/["'][ \t\r\n\f]*$/, "");
    if (/url\s*\(/i.test(target) || !(target.startsWith("#") || safeImage.test(target))) return false;
  }
  return true;
}

/** The text with escapes as browsers read them: `u\72l(` is `url(`. */
function withoutEscapes(css: string): string {
  return css.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|([^]))/gi,
    (_, code?: string, char?: string) => {
      if (code === undefined) return char ?? "";
      const point = parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
    },
  );
}
