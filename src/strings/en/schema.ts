import shared from "../../../schema/fields.schema.json" with { type: "json" };
import workspace10 from "../../../schema/workspace-1.0.schema.json" with { type: "json" };
import workspace11 from "../../../schema/workspace-1.1.schema.json" with { type: "json" };

/** A field's name in the form and the messages, and the sentence that explains it. */
export interface FieldWords {
  title?: string;
  description?: string;
}

interface Field extends FieldWords {
  $ref?: string;
  properties?: Record<string, Field>;
  items?: { properties?: Record<string, Field> };
}

/**
 * By the name of the field: "memory", "compatibility" in schema 1.0, "compatibility[]" and "compatibility[].image" in schema 1.1,
 * "launch_config.launch_form[].key" inside objects.
 */
export const fields: Record<string, FieldWords> = { ...wordsOf(workspace11), ...wordsOf(workspace10) };

/** The question that decides between the schemas, in the builder and in `npm run new`; the first answer is the default. */
export const schemaChoice = {
  question: "One image, or one for each Kasm version",
  answers: {
    "1.0": [
      "The same image for every Kasm version",
      "Schema 1.0. The simplest; servers of either schema list it.",
    ],
    "1.1": [
      "An image for each Kasm version",
      "Schema 1.1. For images that are built per version or have channels.",
    ],
  },
} as const;

function wordsOf(schema: { properties: object }): Record<string, FieldWords> {
  const rows = rowsOf(schema.properties as Record<string, Field>, "");
  return Object.fromEntries(
    rows.map(([name, { title, description }]) => {
      return [name, { ...(title && { title }), ...(description && { description }) }];
    }),
  );
}

/** Every field with its name, the fields inside it after it. */
function rowsOf(properties: Record<string, Field>, prefix: string): [name: string, field: Field][] {
  return Object.entries(properties).flatMap(([key, reference]) => {
    const field = definitionOf(reference);
    const name = `${prefix}${key}${field.items?.properties ? "[]" : ""}`;
    return [[name, field], ...rowsOf(field.items?.properties ?? field.properties ?? {}, `${name}.`)];
  });
}

/** The field itself, or the shared one that it refers to: "fields.schema.json#/$defs/memory". */
function definitionOf(field: Field): Field {
  const name = field.$ref?.split("/").at(-1);
  return name === undefined ? field : ((shared.$defs as Record<string, Field>)[name] ?? {});
}
