import { isObject, type JsonValue } from "../../registry/model/json.ts";
import { builder as words } from "../../strings/builder.ts";
import { find } from "../elements.ts";
import type { Store } from "./draft-store.ts";
import type { BindField } from "./field.ts";
import { OptionList } from "./option-list.ts";
import type { OptionInfo } from "./option-defaults.ts";

/** Fields whose value is an object of options. */

/** run_config and exec_config: a picker for known options, and a block for each that is given. */
export const bindOptions: BindField = (element, key, store) => {
  const select = find<HTMLSelectElement>(element, "select");
  const infos = new Map(
    [...select.options].map(({ value, dataset }): [string, OptionInfo] => [
      value,
      { name: value, does: dataset["does"] ?? "", jsonType: dataset["jsonType"] ?? "" },
    ]),
  );
  const options = new OptionList(find(element, ".b-options"), {
    pointer: `/${key}`,
    value: () => (isObject(store.draft.data[key]) ? store.draft.data[key] : {}),
    change: (value) => store.setKey(key, value),
    info: (name) => infos.get(name) ?? { name, does: words.unknownOption, jsonType: "" },
    pending: (pointer) => store.draft.pending[pointer],
    keep: (pointer, text) => store.setPending(pointer, text),
  });
  bindPicker(element, select, (name) => infos.get(name)?.does ?? "", options);
  const notice = find(element, ".b-whole");
  return (value) => {
    // A value that is no object, such as a text or a list, is shown as it is.
    notice.textContent = isObject(value ?? {}) ? "" : words.notAnObject(key, JSON.stringify(value));
    options.show();
  };
};

/** The choice of an option to add, with what it does. */
function bindPicker(
  element: HTMLElement,
  select: HTMLSelectElement,
  describe: (name: string) => string,
  options: OptionList,
): void {
  const showDescription = (): void => {
    find(element, ".b-pick-does").textContent = describe(select.value);
  };
  const add = (): void => {
    if (select.value === "") return select.focus();
    options.add(select.value);
    select.value = "";
    showDescription();
  };
  select.addEventListener("change", showDescription);
  select.form?.addEventListener("reset", () => setTimeout(showDescription));
  select.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || select.value === "") return;
    event.preventDefault();
    add();
  });
  find(element, ".b-pick button").addEventListener("click", add);
}

/** Keys that the schema does not have: shown, so that they can be edited or removed. */
export function bindUnknownKeys(section: HTMLElement, store: Store): () => void {
  const unknown = (): Record<string, JsonValue> => {
    const known: readonly string[] = store.keys[store.draft.schemaVersion];
    return Object.fromEntries(Object.entries(store.draft.data).filter(([key]) => !known.includes(key)));
  };
  const options = new OptionList(find(section, ".b-options"), {
    pointer: "",
    value: unknown,
    change: (value) => {
      for (const key of Object.keys(unknown()))
        if (!value || !Object.hasOwn(value, key)) store.setKey(key, undefined);
      for (const [key, inner] of Object.entries(value ?? {}))
        if (store.draft.data[key] !== inner) store.setKey(key, inner);
    },
    info: (name) => ({ name, does: words.unknownKey, jsonType: "" }),
    pending: (pointer) => store.draft.pending[pointer],
    keep: (pointer, text) => store.setPending(pointer, text),
    changed: (names) => (section.hidden = names.length === 0),
  });
  return () => options.show();
}
