import { isObject, type JsonValue } from "../../registry/model/json.ts";
import { kasmVersions } from "../../registry/model/kasm-versions.ts";
import { builder as words } from "../../strings/builder.ts";
import { bindChips } from "./chips.ts";
import { mounts, readScalar, releaseKeys, releases, showScalar, type Row } from "./row-codecs.ts";
import { makeElement } from "../elements.ts";
import { bindOptions } from "./option-list.ts";
import { makeEditor, type OptionInfo } from "./property-editor.ts";
import { makeRows } from "./rows.ts";
import type { Store } from "./draft-store.ts";

/** A field of the form: shows what the draft says. */
interface Field {
  element: HTMLElement;
  show: (value: JsonValue | undefined) => void;
}

type Bind = (element: HTMLElement, key: string, store: Store) => Field["show"];

const control = (element: HTMLElement): HTMLInputElement =>
  element.querySelector<HTMLInputElement>(".field")!;

/** How each kind of field, as components/builder/Field.astro makes it, is tied to its key. */
const kinds: Record<string, Bind> = {
  text: bindScalar((text) => readScalar(text, false)),
  number: bindScalar((text) => readScalar(text, true)),
  choice: bindScalar((text) => text || undefined),
  boolean: bindScalar((text) => (text === "" ? undefined : text === "true")),

  chips(element, key, store) {
    const items = (): JsonValue[] => listOf(store.draft.data[key]);
    const set = (next: JsonValue[]): void => {
      store.setKey(key, next.length > 0 ? next : undefined);
      show();
    };
    const chips = bindChips(
      element,
      (text) => !items().includes(text) && set([...items(), text]),
      (place) => set(items().toSpliced(place, 1)),
    );
    const show = (): void =>
      chips.show(items().map((item, place) => ({ text: showScalar(item), pointer: `/${key}/${place}` })));
    return show;
  },

  checks(element, key, store) {
    const boxes = [...element.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    const known = boxes.map(({ value }) => value);
    const isKnown = (item: JsonValue): boolean => typeof item === "string" && known.includes(item);
    const items = (): JsonValue[] => listOf(store.draft.data[key]);
    const set = (next: JsonValue[]): void => {
      const inOrder = [
        ...known.filter((value) => next.includes(value)),
        ...next.filter((item) => !isKnown(item)),
      ];
      store.setKey(key, inOrder.length > 0 ? inOrder : undefined);
      show();
    };
    const others = (): [JsonValue, number][] =>
      items()
        .map((item, place): [JsonValue, number] => [item, place])
        .filter(([item, place]) => !isKnown(item) || items().indexOf(item) < place);
    const chips = bindChips(
      element,
      (text) => !items().includes(text) && set([...items(), text]),
      (place) => set(items().toSpliced(others()[place]![1], 1)),
    );
    for (const box of boxes)
      box.addEventListener("change", () =>
        set(box.checked ? [...items(), box.value] : items().filter((item) => item !== box.value)),
      );
    const show = (): void => {
      for (const box of boxes) box.checked = items().includes(box.value);
      chips.show(others().map(([item, place]) => ({ text: showScalar(item), pointer: `/${key}/${place}` })));
    };
    return show;
  },

  releases(element, key, store) {
    const columns = releaseKeys.map((name) => {
      const { label, help, placeholder } = (
        JSON.parse(element.dataset["columns"]!) as Record<
          string,
          { label: string; help: string; placeholder: string }
        >
      )[name]!;
      return {
        label,
        help,
        placeholder,
        list: name === "version" ? "known-kasm" : undefined,
        number: name === "uncompressed_size_mb",
      };
    });
    return (value) => {
      const rows = makeRows({
        label: element.dataset["label"]!,
        pointer: `/${key}`,
        codec: releases,
        columns,
        value: Array.isArray(value) && value.length > 0 ? value : [{}],
        least: 1,
        add: words.addVersion,
        next: nextRelease,
        change: (next) => store.setKey(key, next),
      });
      element.querySelector(".b-holder")!.replaceChildren(rows);
    };
  },

  mounts(element, key, store) {
    const info: OptionInfo = { name: key, does: "", shape: "object" };
    return (value) => {
      const pointer = `/${key}`;
      const { element: editor } = makeEditor(
        {
          info,
          pointer,
          value: value ?? {},
          describedBy: `f-${key}-help f-${key}-problem`,
          pending: store.draft.pending[pointer],
          keep: (text) => keepPending(store, pointer, text),
          change: (next) =>
            store.setKey(key, isObject(next) && Object.keys(next).length === 0 ? undefined : next),
        },
        value !== undefined && !mounts.fits(value),
      );
      element.querySelector(".b-holder")!.replaceChildren(editor);
    };
  },

  options(element, key, store) {
    const select = element.querySelector("select")!;
    const infos = new Map(
      [...select.options].map(({ value, dataset }) => [
        value,
        { name: value, does: dataset["does"] ?? "", shape: dataset["shape"] ?? "" },
      ]),
    );
    const json = element.querySelector<HTMLElement>(".b-whole")!;
    const isList = (): boolean => isObject(store.draft.data[key] ?? {});
    const options = bindOptions(element.querySelector<HTMLElement>(".b-options")!, {
      pointer: `/${key}`,
      value: () => (isObject(store.draft.data[key]) ? store.draft.data[key] : {}),
      change: (value) => store.setKey(key, value),
      info: (name) => infos.get(name) ?? { name, does: words.unknownOption, shape: "" },
      pending: (pointer) => store.draft.pending[pointer],
      keep: (pointer, text) => keepPending(store, pointer, text),
    });
    const describe = (): void => {
      element.querySelector(".b-pick-does")!.textContent = infos.get(select.value)?.does ?? "";
    };
    const add = (): void => {
      if (select.value === "") return select.focus();
      options.add(select.value);
      select.value = "";
      describe();
    };
    select.addEventListener("change", describe);
    select.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || select.value === "") return;
      event.preventDefault();
      add();
    });
    element.querySelector(".b-pick button")!.addEventListener("click", add);
    return () => {
      // What is no object, such as a text or a list, is shown as it is.
      json.textContent = isList() ? "" : words.notAnObject(key, JSON.stringify(store.draft.data[key]));
      options.show();
    };
  },
};

/** Ties every field of the form to the draft. Returns a function that shows the draft in all of them. */
export function bindFields(form: HTMLElement, store: Store): () => void {
  const fields = [...form.querySelectorAll<HTMLElement>(".b-field[data-key]")].map((element) => {
    const key = element.dataset["key"]!;
    return {
      element,
      key,
      shape: element.dataset["shape"],
      show: kinds[element.dataset["kind"]!]!(element, key, store),
    };
  });
  const rest = form.querySelector<HTMLElement>("#others")!;
  const others = bindOthers(rest, store);
  return () => {
    const { data, shape } = store.draft;
    for (const field of fields) {
      const isHere = field.shape === undefined || field.shape === shape;
      field.element.hidden = !isHere;
      if (isHere) field.show(data[field.key]);
    }
    others();
  };
}

/** Keys that the schema of this shape does not have: shown, so that they can be mended or taken out. */
function bindOthers(section: HTMLElement, store: Store): () => void {
  const known = (): ReadonlySet<string> => new Set(store.keys[store.draft.shape]);
  const pick = (isKnown: boolean): Record<string, JsonValue> =>
    Object.fromEntries(Object.entries(store.draft.data).filter(([key]) => known().has(key) === isKnown));
  const options = bindOptions(section.querySelector<HTMLElement>(".b-options")!, {
    pointer: "",
    value: () => pick(false),
    change: (value) => {
      for (const key of Object.keys(pick(false)))
        if (!value || !Object.hasOwn(value, key)) store.setKey(key, undefined);
      for (const [key, inner] of Object.entries(value ?? {}))
        if (store.draft.data[key] !== inner) store.setKey(key, inner);
    },
    info: (name) => ({ name, does: words.unknownKey, shape: "" }),
    pending: (pointer) => store.draft.pending[pointer],
    keep: (pointer, text) => keepPending(store, pointer, text),
    changed: (names) => (section.hidden = names.length === 0),
  });
  return options.show;
}

function bindScalar(read: (text: string) => JsonValue | undefined): Bind {
  return (element, key, store) => {
    const input = control(element);
    input.addEventListener("input", () => store.setKey(key, read(input.value)));
    return (value) => {
      const text = showScalar(value);
      if (input instanceof HTMLSelectElement && ![...input.options].some((option) => option.value === text))
        input.append(makeElement("option", { value: text }, text));
      if (input.value !== text) input.value = text;
    };
  };
}

function keepPending(store: Store, pointer: string, text: string | undefined): void {
  const { [pointer]: before, ...rest } = store.draft.pending;
  if (before !== text) store.set({ pending: text === undefined ? rest : { ...rest, [pointer]: text } });
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** The Kasm version after the last one given, with its image: only the tag is left to change. */
function nextRelease(rows: readonly Row[]): Row {
  const taken = new Set(rows.map(([version]) => version));
  const free = kasmVersions.map(({ version }) => version).filter((version) => !taken.has(version));
  return [free.at(-1) ?? "", rows.at(-1)?.[1] ?? "", rows.at(-1)?.[2] ?? "", ""];
}
