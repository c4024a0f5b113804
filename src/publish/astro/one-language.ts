import { textBefore } from "../../registry/model/text.ts";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { currentLanguage } from "../../strings/translated.ts";
import { translationsOf } from "../../strings/use-language.ts";

/**
 * In the browser's bundle, puts the texts of one language in place of src/strings/<part>.ts: English ones where they are, so that each page
 * loads only the groups it uses, and others over them or in their place.
 */
export const oneLanguage: AstroIntegration = {
  name: "one-language",
  hooks: {
    "astro:config:setup"({ config, updateConfig }) {
      const folder = fileURLToPath(new URL("src/strings/", config.root)).replaceAll("\\", "/");
      updateConfig({
        vite: {
          plugins: [
            {
              name: "one-language",
              enforce: "pre",
              applyToEnvironment: ({ name }: { name: string }) => name === "client",
              load(id: string) {
                const path = textBefore(id, "?").replaceAll("\\", "/");
                const part = path.startsWith(folder) ? path.slice(folder.length, -".ts".length) : "";
                return existsSync(`${folder}en/${part}.ts`) && !part.includes("/")
                  ? textsOf(part, folder)
                  : null;
              },
            },
          ],
        },
      });
    },
  },
};

/** Whether a translation has every text of a group, so that no page in its language needs the English ones. */
function isWhole(en: unknown, own: unknown): boolean {
  if (own === undefined || typeof en !== "object" || en === null || Array.isArray(en))
    return own !== undefined;
  return Object.entries(en).every(([name, text]) => isWhole(text, Reflect.get(own as object, name)));
}

/** The source of an ES module with the exports of src/strings/en/<part>.ts in the current language. */
export function textsOf(part: string, folder: string): string {
  const files = translationsOf(currentLanguage().tag, folder).filter((file) => file.part === part);
  if (files.length === 0) return `export * from "./en/${part}.ts";`;
  const read = createRequire(folder);
  const tables = files.map(({ path }) => read(path) as object);
  const imports = files.map(
    ({ path }, i) => `import * as t${i} from ${JSON.stringify(path.replaceAll("\\", "/"))};`,
  );
  const exports = Object.entries(read(`${folder}en/${part}.ts`) as object).map(([name, text]) => {
    const own = tables.flatMap((table, i) => (Object.hasOwn(table, name) ? [`t${i}.${name}`] : []));
    const best: unknown = tables.map((table) => Reflect.get(table, name) as unknown).find(Boolean);
    const value =
      own.length > 0 && !isWhole(text, best)
        ? `/*#__PURE__*/ withTables(en.${name}, () => [${own.join(", ")}])`
        : (own[0] ?? `en.${name}`);
    return `export const ${name} = ${value};`;
  });
  return [
    `import * as en from "./en/${part}.ts";`,
    `import { withTables } from "./translated.ts";`,
    ...imports,
    ...exports,
  ].join("\n");
}
