import { isObject, type JsonObject, type JsonValue, toPointer } from "../../registry/model/json.ts";
import { builder as words } from "../../strings/builder.ts";
import { dataOf, find, firstControl, makeElement } from "../elements.ts";
import { withMember } from "./draft.ts";
import { firstValue, type OptionInfo } from "./option-defaults.ts";
import { hasForm, makeEditor } from "./property-editor.ts";

/** An object whose members are options: run_config, exec_config, a command of exec_config, or the keys that the schema does not have. */
export interface OptionsSetup {
  pointer: string;
  value: () => JsonObject;
  /** Undefined takes the object itself out. */
  change: (value: JsonObject | undefined) => void;
  info: (name: string) => OptionInfo;
  /** The text of an option that is no JSON yet. */
  pending: (pointer: string) => string | undefined;
  keep: (pointer: string, text: string | undefined) => void;
  /** Called after options came or went, for the picker beside the list. */
  changed?: (names: readonly string[]) => void;
  /** Level of the headings: 3 at the top, 4 inside a hook. */
  level?: 3 | 4;
}

let blockCount = 0;

/** A list with a block for each option. */
export class OptionList {
  readonly #list: HTMLElement;
  readonly #setup: OptionsSetup;
  /** Options that are shown as JSON by choice. */
  readonly #asJson = new Set<string>();

  constructor(list: HTMLElement, setup: OptionsSetup) {
    this.#list = list;
    this.#setup = setup;
  }

  show(): void {
    const value = this.#setup.value();
    this.#list.replaceChildren(...Object.entries(value).map(([name, inner]) => this.#makeBlock(name, inner)));
    this.#list.hidden = this.#list.children.length === 0;
    this.#setup.changed?.(Object.keys(value));
  }

  /** Adds an option, or goes to the one that is there. */
  add(name: string): void {
    const { value, change, info } = this.#setup;
    if (!Object.hasOwn(value(), name)) {
      change(withMember(value(), name, firstValue(info(name))));
      this.show();
    }
    const body = this.#blockOf(name)?.querySelector(".b-option-body");
    if (body) firstControl(body)?.focus();
  }

  #makeBlock(name: string, value: JsonValue): HTMLElement {
    const { pointer, level = 3, info } = this.#setup;
    const id = `option-${++blockCount}`;
    const block = makeElement(
      "li",
      {
        class: "b-option",
        "data-pointer": pointer + toPointer([name]),
        "data-name": name,
        "data-help": `${id}-help ${id}-problem`,
      },
      makeElement(
        "div",
        { class: "b-option-head" },
        makeElement(
          level === 3 ? "h3" : "h4",
          { class: "b-option-name" },
          makeElement("code", { class: "ltr" }, name),
        ),
        quietButton(words.asJson, words.asJsonOf(name), () => this.#toggleJson(block, name), true),
        quietButton(words.remove, words.removeItem(name), () => this.#remove(name)),
      ),
      makeElement("p", { class: "b-help", id: `${id}-help` }, info(name).does),
      makeElement("div", { class: "b-option-body" }),
      makeElement("div", { class: "b-problem", id: `${id}-problem` }),
    );
    this.#fill(block, info(name), value);
    return block;
  }

  #fill(block: HTMLElement, info: OptionInfo, value: JsonValue): void {
    const { change, keep, pending, value: all } = this.#setup;
    const pointer = dataOf(block, "pointer");
    const body = find(block, ".b-option-body");
    const toggle = find(block, ".b-quiet");
    const set = (next: JsonValue): void => change(withMember(all(), info.name, next));
    const isJson = this.#asJson.has(info.name);
    if (info.jsonType === "hook" && isObject(value) && !isJson && pending(pointer) === undefined) {
      body.replaceChildren(makeHookEditor(pointer, info.name, this.#setup, set));
      toggle.ariaPressed = "false";
      return;
    }
    const { element, kind } = makeEditor(
      {
        info,
        pointer,
        value,
        describedBy: dataOf(block, "help"),
        pending: pending(pointer),
        keep: (text) => keep(pointer, text),
        change: set,
      },
      isJson,
    );
    body.replaceChildren(element);
    toggle.ariaPressed = String(kind === "json");
    toggle.hidden = kind === "json" && info.jsonType !== "hook" && !hasForm(info, value);
  }

  #toggleJson(block: HTMLElement, name: string): void {
    if (!this.#asJson.delete(name)) this.#asJson.add(name);
    const value = this.#setup.value()[name];
    if (value !== undefined) this.#fill(block, this.#setup.info(name), value);
    firstControl(find(block, ".b-option-body"))?.focus();
  }

  #remove(name: string): void {
    const { value, change, keep } = this.#setup;
    const block = this.#blockOf(name);
    const next = block?.nextElementSibling ?? block?.previousElementSibling;
    const rest = withMember(value(), name, undefined);
    keep(block?.dataset["pointer"] ?? "", undefined);
    this.#asJson.delete(name);
    change(Object.keys(rest).length > 0 ? rest : undefined);
    const picker = this.#list.parentElement?.querySelector<HTMLElement>(":scope > .b-pick select");
    this.show();
    const neighbour = next instanceof HTMLElement ? this.#blockOf(dataOf(next, "name")) : null;
    (neighbour?.querySelector<HTMLElement>(".b-quiet:last-of-type") ?? picker)?.focus();
  }

  #blockOf(name: string): HTMLElement | null {
    return (
      [...this.#list.children].find(
        (block): block is HTMLElement => (block as HTMLElement).dataset["name"] === name,
      ) ?? null
    );
  }
}

function quietButton(text: string, label: string, click: () => void, isToggle = false): HTMLElement {
  return makeElement(
    "button",
    {
      type: "button",
      class: "b-quiet",
      "aria-pressed": isToggle && "false",
      "aria-label": label,
      click,
    },
    text,
  );
}

/** The arguments of a command are options themselves. */
function makeHookEditor(
  pointer: string,
  hook: string,
  { value, pending, keep }: OptionsSetup,
  change: (value: JsonValue) => void,
): HTMLElement {
  const { hookArguments } = words;
  const isArgument = (name: string): name is keyof typeof hookArguments => Object.hasOwn(hookArguments, name);
  const list = makeElement("ul", { class: "b-options plain" });
  const select = makeElement("select", { class: "field ltr", "aria-label": words.addArgument(hook) });
  const options = new OptionList(list, {
    pointer,
    level: 4,
    value: () => {
      const members = value()[hook];
      return isObject(members) ? members : {};
    },
    change: (members) => change(members ?? {}),
    info: (name) => {
      const [jsonType, does] = isArgument(name) ? hookArguments[name] : ["", words.unknownOption];
      return { name, does, jsonType };
    },
    pending,
    keep,
    changed: (names) =>
      select.replaceChildren(
        ...Object.keys(hookArguments)
          .filter((name) => !names.includes(name))
          .map((name) => makeElement("option", { value: name }, name)),
      ),
  });
  options.show();
  const add = makeElement(
    "button",
    { type: "button", class: "button", click: () => options.add(select.value) },
    words.add,
  );
  return makeElement("div", { class: "b-hook" }, list, makeElement("div", { class: "b-pick" }, select, add));
}
