import { textBefore } from "../../registry/model/text.ts";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type SchemaObject } from "ajv";
import type { AstroIntegration } from "astro";
import { validatorOptions } from "../../registry/check/validator-options.ts";
import { workspace10, workspace11 } from "../../registry/model/schemas.ts";

/** The names in src/registry/check/validators.ts that the browser uses, with their schemas. */
const functions = { validateWorkspace10: workspace10, validateWorkspace11: workspace11 };

/** What the compiled functions import. */
export const helpers = ["ajv/dist/runtime/ucs2length.js"];

/**
 * In the browser's bundle, puts functions compiled here in place of src/registry/check/validators.ts: ajv compiles with `new Function`, which
 * the site's Content-Security-Policy forbids. Everywhere else that module is used as it is.
 */
export const standaloneValidators: AstroIntegration = {
  name: "standalone-validators",
  hooks: {
    "astro:config:setup"({ config, updateConfig }) {
      const root = fileURLToPath(config.root);
      const replaced = join(root, "src/registry/check/validators.ts").replaceAll(sep, "/");
      updateConfig({
        vite: {
          // Vite would find them only when the browser asks for them, and load the page again.
          optimizeDeps: { include: helpers },
          plugins: [
            {
              name: "standalone-validators",
              enforce: "pre",
              applyToEnvironment: ({ name }: { name: string }) => name === "client",
              load(id: string) {
                return textBefore(id, "?") === replaced ? compileValidators() : null;
              },
            },
          ],
        },
      });
    },
  },
};

/** The source of an ES module that exports ajv's functions for these schemas. */
export function compileValidators(): string {
  const ajv = new Ajv({ ...validatorOptions, code: { source: true, esm: true, lines: true } });
  for (const schema of Object.values(functions)) ajv.addSchema(withoutWords(schema) as SchemaObject);
  const standalone = createRequire(import.meta.url)("ajv/dist/standalone") as {
    default: (instance: Ajv, exports: Record<string, string>) => string;
  };
  const names = Object.entries(functions).map(([name, { $id }]) => [name, $id] as const);
  return importHelpers(standalone.default(ajv, Object.fromEntries(names)));
}

/** Titles, descriptions and examples take no part in validating, and the compiled code would carry them. Only keywords go, never property names. */
function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !["title", "description", "examples"].includes(keyword))
      .map(([keyword, value]) => [
        keyword,
        keyword === "properties"
          ? Object.fromEntries(
              Object.entries(value as object).map(([name, inner]) => [name, withoutWords(inner)]),
            )
          : withoutWords(value),
      ]),
  );
}

/** ajv writes `require(…)` for its helpers even into ES modules: https://github.com/ajv-validator/ajv/issues/2209 */
function importHelpers(code: string): string {
  const imports: string[] = [];
  const body = code.replace(/require\("([^"]+)"\)\.default/g, (_, module: string) => {
    const name = `helper${imports.length}`;
    imports.push(`import * as ${name} from ${JSON.stringify(`${module}.js`)};`);
    // CommonJS: some bundlers give module.exports as the default export, others its "default".
    return `(${name}.default.default ?? ${name}.default)`;
  });
  return `${imports.join("\n")}\n${body}`;
}
