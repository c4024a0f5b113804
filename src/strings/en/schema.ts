import shared from "../../../schema/fields.schema.json" with { type: "json" };
import workspace10 from "../../../schema/workspace-1.0.schema.json" with { type: "json" };
import workspace11 from "../../../schema/workspace-1.1.schema.json" with { type: "json" };

/** What the form and the messages call a field, and the sentence that explains it. */
export interface FieldWords {
  title?: string;
  description?: string;
}

interface Field extends FieldWords {
  $ref?: string;
  items?: { properties?: Record<string, Field> };
}

/** By the name of the field: "memory", "compatibility" in schema 1.0, "compatibility[]" and "compatibility[].image" in schema 1.1. */
export const fields: Record<string, FieldWords> = { ...wordsOf(workspace11), ...wordsOf(workspace10) };

function wordsOf(schema: { properties: object }): Record<string, FieldWords> {
  const rows = Object.entries(schema.properties as Record<string, Field>).flatMap(([key, field]) => {
    const inner = Object.entries(field.items?.properties ?? {});
    return [
      [inner.length > 0 ? `${key}[]` : key, field] as const,
      ...inner.map(([name, part]) => [`${key}[].${name}`, part] as const),
    ];
  });
  return Object.fromEntries(
    rows.map(([name, field]) => {
      const { title, description } = definitionOf(field);
      return [name, { ...(title && { title }), ...(description && { description }) }];
    }),
  );
}

/** The field itself, or the shared one that it refers to: "fields.schema.json#/$defs/memory". */
function definitionOf(field: Field): FieldWords {
  const name = field.$ref?.split("/").at(-1);
  return name === undefined ? field : ((shared.$defs as Record<string, FieldWords>)[name] ?? {});
}
