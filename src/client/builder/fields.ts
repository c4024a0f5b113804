import type { JsonValue } from "../../registry/model/json.ts";
import { dataOf, find, makeElement } from "../elements.ts";
import type { Store } from "./draft-store.ts";
import type { BindField } from "./field.ts";
import { bindChecks, bindItems } from "./list-fields.ts";
import { bindOptions, bindUnknownKeys } from "./option-fields.ts";
import { readScalar, showScalar } from "./row-codecs.ts";
import { bindObject, bindReleases } from "./table-fields.ts";

/** How each kind of field, as components/builder/Field.astro makes it, is tied to its key. */
const kinds: Record<string, BindField> = {
  text: bindScalar((text) => readScalar(text, false)),
  number: bindScalar((text) => readScalar(text, true)),
  choice: bindScalar((text) => text || undefined),
  boolean: bindScalar((text) => (text === "" ? undefined : text === "true")),
  chips: bindItems,
  checks: bindChecks,
  releases: bindReleases,
  object: bindObject,
  options: bindOptions,
};

/** Ties every field of the form to the draft. Returns a function that shows the draft in all of them. */
export function bindFields(form: HTMLElement, store: Store): () => void {
  const fields = [...form.querySelectorAll<HTMLElement>(".b-field[data-key]")].map((element) => {
    const key = dataOf(element, "key");
    // The launch form is bound in live/: few workspaces have one.
    const show = kinds[dataOf(element, "kind")]?.(element, key, store);
    return { element, key, schemaVersion: element.dataset["schemaVersion"], show };
  });
  const showUnknownKeys = bindUnknownKeys(find(form, "#others"), store);
  return () => {
    const { data, schemaVersion } = store.draft;
    for (const field of fields) {
      const isShown = field.schemaVersion === undefined || field.schemaVersion === schemaVersion;
      field.element.hidden = !isShown;
      if (isShown) field.show?.(data[field.key]);
    }
    showUnknownKeys();
  };
}

function bindScalar(read: (text: string) => JsonValue | undefined): BindField {
  return (element, key, store) => {
    const input = find<HTMLInputElement | HTMLSelectElement>(element, ".field");
    input.addEventListener("input", () => store.setKey(key, read(input.value)));
    return (value) => {
      const text = showScalar(value);
      if (input instanceof HTMLSelectElement && ![...input.options].some((option) => option.value === text))
        input.append(makeElement("option", { value: text }, text));
      if (input.value !== text) input.value = text;
    };
  };
}
