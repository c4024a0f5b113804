import type { JsonValue } from "../../registry/model/json.ts";
import { bindChips } from "./chips.ts";
import type { BindField } from "./field.ts";
import { showScalar } from "./row-codecs.ts";

/** Fields whose value is a list of texts. */

/** A list that is typed item by item. */
export const bindItems: BindField = (element, key, store) => {
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
};

/** A list with a box for each known item; unknown and duplicate ones are chips beside them. */
export const bindChecks: BindField = (element, key, store) => {
  const boxes = [...element.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const known = boxes.map(({ value }) => value);
  const isKnown = (item: JsonValue): boolean => typeof item === "string" && known.includes(item);
  const items = (): JsonValue[] => listOf(store.draft.data[key]);
  const others = (): [item: JsonValue, place: number][] =>
    items()
      .map((item, place): [JsonValue, number] => [item, place])
      .filter(([item, place]) => !isKnown(item) || items().indexOf(item) < place);
  const set = (next: JsonValue[]): void => {
    const sorted = [
      ...known.filter((value) => next.includes(value)),
      ...next.filter((item) => !isKnown(item)),
    ];
    store.setKey(key, sorted.length > 0 ? sorted : undefined);
    show();
  };
  const chips = bindChips(
    element,
    (text) => !items().includes(text) && set([...items(), text]),
    (index) => {
      const place = others()[index]?.[1];
      if (place !== undefined) set(items().toSpliced(place, 1));
    },
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
};

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
