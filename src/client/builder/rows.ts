import type { JsonValue } from "../../registry/model/json.ts";
import { builder as words } from "../../strings/builder.ts";
import type { Codec, Row } from "./row-codecs.ts";
import { dataOf, find, findAround, firstControl, makeElement } from "../elements.ts";

/** One input of a row. */
export interface Column {
  label: string;
  placeholder?: string | undefined;
  /** Id of a datalist. */
  list?: string | undefined;
  /** A choice instead of free text: value and label. */
  choice?: readonly (readonly [value: string, label: string])[];
  help?: string | undefined;
  number?: boolean;
}

export interface RowsOptions {
  /** Names the rows for people who do not see the heading: "security_opt". */
  label: string;
  /** JSON pointer of the value. */
  pointer: string;
  codec: Codec;
  columns: readonly Column[];
  value: JsonValue;
  add: string;
  /** The row that "add" makes; an empty one when left out. */
  next?: (rows: readonly Row[]) => Row;
  /** Rows that stay: the last one is emptied instead of removed. */
  least?: number;
  change: (value: JsonValue) => void;
}

let number = 0;

/** Rows of inputs with buttons to add and remove. */
export function makeRows(options: RowsOptions): HTMLElement {
  const { columns, codec, label, least = 0 } = options;
  let { value } = options;
  const items = makeElement("ul", { class: "b-rows plain" });
  const add = makeElement(
    "button",
    { type: "button", class: "button b-add", click: () => addRow() },
    options.add,
  );
  const element = makeElement(
    "div",
    { class: columns.length > 1 ? "b-table" : "b-table single", role: "group", "aria-label": label },
    items,
    add,
  );

  const rows = (): Row[] => [...items.children].map(textsOf);
  const place = (): void => placeRows(items, options);

  function tell(): void {
    value = codec.toValue(rows(), value);
    place();
    options.change(value);
  }

  const makeRow = (row: Row): HTMLElement =>
    makeRowElement(
      columns.map((column, index) => makeCell(column, row[index] ?? "", columns.length > 1, tell)),
      removeRow,
    );

  function addRow(): void {
    const item = makeRow(options.next?.(rows()) ?? columns.map(() => ""));
    items.append(item);
    if (options.next) tell();
    else place();
    firstControl(item)?.focus();
  }

  function removeRow(item: Element): void {
    const at = [...items.children].indexOf(item);
    if (Array.isArray(value) && least > 0) value = value.toSpliced(at, 1);
    const neighbour = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    while (items.children.length < least) items.append(makeRow(columns.map(() => "")));
    tell();
    (neighbour?.querySelector<HTMLElement>(".b-remove") ?? add).focus();
  }

  addOnEnter(items, () => {
    if (columns.length < 3) addRow();
  });

  const first = codec.toRows(value);
  items.append(...(first.length > 0 ? first : [columns.map(() => "")]).map(makeRow));
  place();
  return element;
}

function inputsOf(item: Element): (HTMLInputElement | HTMLSelectElement)[] {
  return [...item.querySelectorAll<HTMLInputElement | HTMLSelectElement>(".field")];
}

const textsOf = (item: Element): string[] => inputsOf(item).map((input) => input.value);

/** Problems find their input by its pointer, which moves with the rows before it. */
function placeRows(items: HTMLElement, { columns, codec, pointer, label, least = 0 }: RowsOptions): void {
  let filled = 0;
  [...items.children].forEach((item, index) => {
    const row = textsOf(item);
    const [own, ...cells] = codec.pointers(row, filled);
    if (row.some((text) => text !== "") || least > 0) filled++;
    (item as HTMLElement).dataset["pointer"] = pointer + own;
    inputsOf(item).forEach((input, column) => {
      const cell = findAround(input, ".b-cell");
      if (cells[column]) cell.dataset["pointer"] = pointer + cells[column];
      if (columns.length === 1) input.ariaLabel = `${label}, ${index + 1}`;
    });
    find(item, ".b-remove").setAttribute("aria-label", words.removeRow(label, index + 1));
  });
}

/** Enter in the last row that holds something asks for one more, as in any list that one types. */
function addOnEnter(items: HTMLElement, add: () => void): void {
  items.addEventListener("keydown", (event) => {
    const isText = event.target instanceof HTMLInputElement;
    if (event.key !== "Enter" || event.isComposing || !isText) return;
    event.preventDefault();
    const item = findAround(event.target, "li");
    if (!item.nextElementSibling && textsOf(item).some((text) => text !== "")) add();
  });
}

/** A row of cells with a button to remove it. Problems of single inputs are below the row: a column is too narrow for a sentence. */
function makeRowElement(cells: readonly HTMLElement[], remove: (row: Element) => void): HTMLElement {
  const click = (event: Event): void => remove(findAround(event.currentTarget as Element, "li"));
  return makeElement(
    "li",
    { class: "b-row" },
    makeElement(
      "div",
      { class: "b-cells" },
      ...cells,
      makeElement("button", { type: "button", class: "b-remove", title: words.remove, click }, "×"),
    ),
    ...cells.map((cell) => makeElement("div", { class: "b-problem", id: dataOf(cell, "slot") })),
    makeElement("div", { class: "b-problem" }),
  );
}

function makeCell(column: Column, value: string, labelled: boolean, tell: () => void): HTMLElement {
  const id = `row-${++number}`;
  const shared = { class: "field ltr", id, "aria-describedby": `${id}-problem`, input: tell };
  const options =
    column.choice && !column.choice.some(([known]) => known === value)
      ? [...column.choice, [value, value] as const]
      : column.choice;
  const input = options
    ? makeElement(
        "select",
        shared,
        ...options.map(([known, label]) =>
          makeElement("option", { value: known, selected: known === value }, label),
        ),
      )
    : makeElement("input", {
        ...shared,
        type: "text",
        value,
        placeholder: column.placeholder,
        list: column.list,
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
        inputmode: column.number ? "numeric" : null,
      });
  return makeElement(
    "div",
    { class: "b-cell", title: column.help ?? null, "data-slot": `${id}-problem` },
    labelled ? makeElement("label", { for: id }, column.label) : null,
    input,
  );
}
