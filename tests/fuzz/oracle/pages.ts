import { readFileSync } from "node:fs";
import { Parser } from "htmlparser2";
import { dangersIn } from "../../cli/hostile/clean-svg.ts";
import type { Invariant } from "./outcome.ts";

/** Drawings and READMEs, as a browser gets them, can neither run nor load anything. */
export const harmlessPages: Invariant = function* ({ registry }, engine) {
  for (const {
    folder,
    icon: { file },
    readme,
    files,
  } of registry.workspaces) {
    if (file.image?.format === "svg") {
      const clean = cleanDrawing(readFileSync(file.path), engine.cleanSvg);
      if (clean !== null) {
        const dangers = dangersIn(Buffer.from(clean).toString());
        if (dangers.length > 0) yield `the icon of ${JSON.stringify(folder)} holds ${dangers.join(", ")}`;
        if (engine.cleanSvg(clean) !== clean)
          yield `cleaning the icon of ${JSON.stringify(folder)} twice is not cleaning it once`;
      }
    }
    if (readme === null) continue;
    const { body, facts } = engine.parseReadme(
      readme,
      files.map(({ name }) => name),
    );
    for (const danger of dangersInHtml(engine.renderReadme(body, () => null)))
      yield `README.md of ${JSON.stringify(folder)} comes out with ${danger}`;
    for (const address of [facts.homepage, facts.source, facts.support])
      if (address !== null && !/^(https?:\/\/|mailto:)/.test(address))
        yield `README.md of ${JSON.stringify(folder)} leads to ${JSON.stringify(address)}`;
  }
};

/** Null where the drawing is refused: a build then stops and says so. */
function cleanDrawing(bytes: Uint8Array, cleanSvg: (bytes: Uint8Array) => Uint8Array): Uint8Array | null {
  try {
    return cleanSvg(bytes);
  } catch {
    return null;
  }
}

function dangersInHtml(html: string): string[] {
  const dangers: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (
          /^(script|style|iframe|object|embed|svg|math|form|input|button|link|meta|base|template|noscript|video|audio|img)$/.test(
            name,
          )
        )
          dangers.push(`<${name}>`);
        for (const [key, value] of Object.entries(attributes)) {
          if (/^(on|style$|id$|name$|class$|srcset$|srcdoc$)/.test(key)) dangers.push(`${name} ${key}`);
          if ((key === "href" || key === "src") && !/^(https?:|mailto:)/.test(value))
            dangers.push(`${name} ${key}=${value}`);
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return dangers;
}
