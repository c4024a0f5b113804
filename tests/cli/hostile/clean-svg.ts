import { Parser } from "htmlparser2";

const known = new Set(
  (
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image clipPath mask pattern marker linearGradient radialGradient stop style switch filter view a " +
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
  ).split(" "),
);
const picture = /^data:image\/(png|jpe?g|gif|webp);base64,/i;

/**
 * Parts of a published drawing that could run or load something, read by another parser than the cleaner's: an empty list is wanted.
 * Elements of drawing programs (with a prefix of their own) count only where a browser would act upon them.
 */
export function dangersIn(svg: string): string[] {
  const dangers: string[] = [];
  let style = false;
  if (/<!DOCTYPE[^>]*\[|<!ENTITY|<!ATTLIST/i.test(svg)) dangers.push("declarations");
  if (/<\?(?!xml\s)/i.test(svg)) dangers.push("processing instruction");
  if (/encoding\s*=\s*["'](?!utf-8|us-ascii|iso-8859|windows-125)/i.test(svg.slice(0, 300)))
    dangers.push("encoding");
  const checkCss = (css: string, where: string): void => {
    if (
      /@import|@\\|expression\(|javascript:|-moz-binding/i.test(css) ||
      (/[(@]/.test(css) && css.includes("\\"))
    )
      dangers.push(`css in ${where}`);
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
          if (/^(href|src)$/i.test(bare) && !value.startsWith("#") && !picture.test(value))
            dangers.push(`${key}: ${value}`);
          if (/^xml:base$/i.test(key)) dangers.push(key);
          if (key !== "xmlns" && !key.startsWith("xmlns:")) checkCss(value, key);
        }
        style = local === "style";
      },
      ontext(text) {
        if (style) checkCss(text, "style");
      },
      onclosetag(name) {
        if (name.split(":").at(-1) === "style") style = false;
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  parser.end(svg);
  return dangers;
}
