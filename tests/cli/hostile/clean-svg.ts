import { Parser } from "htmlparser2";

const known = new Set(
  (
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image clipPath mask pattern marker linearGradient radialGradient stop style switch filter view a " +
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
  ).split(" "),
);
const picture = /^data:image\/(png|jpe?g|gif|webp)(;[\w=-]+)*;base64,/i;
const drawing = /^data:image\/svg\+xml[^,]*?(;base64)?,([^]*)$/i;
/** Escapes as a browser reads them. */
const unescaped = (css: string): string =>
  css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_, code: string | undefined, char: string) =>
    code === undefined ? char : String.fromCodePoint(Math.min(parseInt(code, 16), 0xfffd)),
  );

/**
 * Parts of a published drawing that could run or load something, read by another parser than the cleaner's: an empty list is wanted.
 * Elements of drawing programs (with a prefix of their own) count only where a browser would act upon them.
 */
export function dangersIn(svg: string): string[] {
  const dangers: string[] = [];
  /** The style sheet that is being read; a text with entities comes in parts. */
  let style: string | null = null;
  if (/<!DOCTYPE[^>]*\[|<!ENTITY|<!ATTLIST/i.test(svg)) dangers.push("declarations");
  if (/<\?(?!xml\s)/i.test(svg)) dangers.push("processing instruction");
  if (/^\ufeff?<\?xml\s/.test(svg)) dangers.push("declaration");
  const checkCss = (text: string, where: string): void => {
    const css = unescaped(text);
    if (/@import|expression\(|javascript:|-moz-binding/i.test(css)) dangers.push(`css in ${where}`);
    for (const [, target = ""] of css.matchAll(/url\(\s*["']?([^"')]*)/gi))
      if (!target.startsWith("#") && !picture.test(target)) dangers.push(`address in ${where}: ${target}`);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.split(":").at(-1)!;
        if (!name.includes(":") && !known.has(name)) dangers.push(`element ${name}`);
        if (
          /^(script|foreignobject|iframe|object|embed|set|animate\w*|handler|listener|link|meta|base|html|body|math|audio|video)$/i.test(
            local,
          )
        )
          dangers.push(`element ${name}`);
        for (const [key, value] of Object.entries(attributes)) {
          const bare = key.split(":").at(-1)!;
          if (/^on/i.test(bare)) dangers.push(`attribute ${key}`);
          const [, base64, data = ""] = (local === "image" && drawing.exec(value)) || [];
          if (data !== "")
            dangers.push(...dangersIn(base64 ? atob(decodeURIComponent(data)) : decodeURIComponent(data)));
          else if (/^(href|src)$/i.test(bare) && !value.startsWith("#") && !picture.test(value))
            dangers.push(`${key}: ${value}`);
          if (/^xml:base$/i.test(key)) dangers.push(key);
          // Names and the marks of editors are no styles, whatever they look like.
          if (!/:|^(xmlns|id|class|data-.*|aria-.*)$/.test(key)) checkCss(value, key);
        }
        style = local === "style" ? "" : null;
      },
      ontext(text) {
        if (style !== null) style += text;
      },
      onclosetag(name) {
        if (name.split(":").at(-1) !== "style") return;
        checkCss(style ?? "", "style");
        style = null;
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  parser.end(svg);
  return dangers;
}
