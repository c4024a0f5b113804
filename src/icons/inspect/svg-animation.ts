import type { SaxesTagNS } from "saxes";
import { isHarmlessCss } from "./svg-css.ts";

/** An attribute as it is when an animation has ended. */
export interface EndState {
  /** Id of the element; null for the one around the animation. */
  target: string | null;
  attribute: string;
  value: string;
  /** Whether the value is put behind the one that is there, or added to the number that is there. */
  isAdded: boolean;
}

/** Attributes of which animation could make a script, a link or another element. */
const unsafe = /^(on|xmlns|xml:|href|src|xlink:|id|class|style)/i;
/** Properties, which a style of the element would win over were they written as attributes; every name with a hyphen is one too. */
const property = /-|^(?:opacity|fill|stroke|display|visibility|color|filter|mask)$/;

/** The state in which an animation that starts by itself stays; null where it returns to the first one, or has none. */
export function endStateOf({ local, attributes }: SaxesTagNS): EndState | null {
  const read = (name: string): string | undefined => attributes[name]?.value.trim();
  if (!/^(set|animate|animateTransform)$/.test(local)) return null;
  const isForever = local === "set" && !read("dur") && !read("end");
  if (read("fill") !== "freeze" && !isForever) return null;
  const begin = read("begin");
  if (begin && !/^[-+.\d]|\.(begin|end)\b/.test(begin)) return null;
  const attribute = read("attributeName") ?? "";
  const by = read("to") === undefined && read("values") === undefined ? read("by") : undefined;
  if (by !== undefined && local === "animate" && !isNumber(by)) return null;
  const value = by ?? read("to") ?? read("values")?.replace(/;\s*$/, "").split(";").at(-1)?.trim() ?? "";
  if (!/^[a-z][a-z-]*$/i.test(attribute) || unsafe.test(attribute)) return null;
  if (value === "" || /[;{}\\]|url\(/i.test(value) || !isHarmlessCss(value)) return null;
  const target = (read("href") ?? read("xlink:href"))?.replace(/^#/, "") ?? null;
  const from = read("from");
  if (by !== undefined && isNumber(from) && local === "animate")
    return { target, attribute, value: String(Number(from) + Number(by)), isAdded: false };
  if (local !== "animateTransform") return { target, attribute, value, isAdded: by !== undefined };
  const moved = `${read("type") ?? "translate"}(${value})`;
  return { target, attribute, value: moved, isAdded: by !== undefined || read("additive") === "sum" };
}

const isNumber = (text: string | undefined): boolean =>
  text !== undefined && /^-?[\d.]+(?:e-?\d+)?$/i.test(text);

/** Puts an end state into the attributes of an element. */
export function putEndState(attributes: Map<string, string>, { attribute, value, isAdded }: EndState): void {
  const style = attributes.get("style")?.trimEnd();
  if (/transform$/i.test(attribute)) {
    const before = isAdded ? attributes.get(attribute) : undefined;
    return void attributes.set(attribute, before ? `${before} ${value}` : value);
  }
  const present =
    styled(style, attribute) ?? attributes.get(attribute) ?? (/opacity$/.test(attribute) ? "1" : "0");
  // An amount in another unit than plain numbers is left as it was.
  if (isAdded && !isNumber(present)) return;
  const end = isAdded ? String(Number(present) + Number(value)) : value;
  if (property.test(attribute)) {
    const before = style && (style.endsWith(";") ? style : `${style};`);
    attributes.set("style", `${before ?? ""}${attribute}:${end}`);
  } else attributes.set(attribute, end);
}

/** The last value that a style gives a property. */
function styled(style: string | undefined, name: string): string | undefined {
  const declarations = (style ?? "").split(";").map((part) => part.split(":").map((text) => text.trim()));
  return declarations.findLast(([key]) => key === name)?.[1];
}
