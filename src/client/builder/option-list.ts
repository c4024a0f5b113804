import { isObject, type JsonObject, type JsonValue, toPointer } from "../../registry/model/json.ts";
import { builder as words } from "../../strings/builder.ts";
import { firstControl, makeElement } from "../elements.ts";
import { withMember } from "./draft.ts";
import { firstValue, hasForm, makeEditor, type OptionInfo } from "./property-editor.ts";

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

export interface Options {
  show: () => void;
  /** Adds an option, or goes to the one that is there. */
  add: (name: string) => void;
}

let number = 0;

/** Fills a list with one block for each option. */
export function bindOptions(list: HTMLElement, setup: OptionsSetup): Options {
  const { pointer, level = 3 } = setup;
  /** Options that are shown as JSON by choice. */
  const asJson = new Set<string>();

  function show(): void {
    const value = setup.value();
    list.replaceChildren(...Object.keys(value).map((name) => makeBlock(name, value[name]!)));
    list.hidden = list.children.length === 0;
    setup.changed?.(Object.keys(value));
  }

  function makeBlock(name: string, value: JsonValue): HTMLElement {
    const info = setup.info(name);
    const id = `option-${++number}`;
    const at = pointer + toPointer([name]);
    const block = makeElement("li", { class: "b-option", "data-pointer": at, "data-name": name });
    const toggle = makeElement(
      "button",
      {
        type: "button",
        class: "b-quiet",
        "aria-pressed": "false",
        "aria-label": words.asJsonOf(name),
        click: () => turn(block, name),
      },
      words.asJson,
    );
    block.append(
      makeElement(
        "div",
        { class: "b-option-head" },
        makeElement(
          level === 3 ? "h3" : "h4",
          { class: "b-option-name" },
          makeElement("code", { class: "ltr" }, name),
        ),
        toggle,
        makeElement(
          "button",
          {
            type: "button",
            class: "b-quiet",
            "aria-label": words.removeItem(name),
            click: () => remove(name),
          },
          words.remove,
        ),
      ),
      makeElement("p", { class: "b-help", id: `${id}-help` }, info.does),
      makeElement("div", { class: "b-option-body" }),
      makeElement("div", { class: "b-problem", id: `${id}-problem` }),
    );
    block.dataset["help"] = `${id}-help ${id}-problem`;
    fill(block, info, value);
    return block;
  }

  function fill(block: HTMLElement, info: OptionInfo, value: JsonValue): void {
    const at = block.dataset["pointer"]!;
    const body = block.querySelector(".b-option-body")!;
    const toggle = block.querySelector<HTMLElement>(".b-quiet")!;
    const change = (next: JsonValue): void => setup.change(withMember(setup.value(), info.name, next));
    if (
      info.shape === "hook" &&
      isObject(value) &&
      !asJson.has(info.name) &&
      setup.pending(at) === undefined
    ) {
      body.replaceChildren(makeHook(at, info.name, change));
      toggle.ariaPressed = "false";
      return;
    }
    const { element, kind } = makeEditor(
      {
        info,
        pointer: at,
        value,
        describedBy: block.dataset["help"]!,
        pending: setup.pending(at),
        keep: (text) => setup.keep(at, text),
        change,
      },
      asJson.has(info.name),
    );
    body.replaceChildren(element);
    toggle.ariaPressed = String(kind === "json");
    toggle.hidden = kind === "json" && info.shape !== "hook" && !hasForm(info, value);
  }

  /** The arguments of a command are options themselves. */
  function makeHook(at: string, hook: string, change: (value: JsonValue) => void): HTMLElement {
    const inner = makeElement("ul", { class: "b-options plain" });
    const select = makeElement("select", { class: "field ltr", "aria-label": words.addArgument(hook) });
    const add = makeElement(
      "button",
      { type: "button", class: "button", click: () => options.add(select.value) },
      words.add,
    );
    const options = bindOptions(inner, {
      pointer: at,
      level: 4,
      value: () => {
        const value = setup.value()[hook];
        return isObject(value) ? value : {};
      },
      change: (value) => change(value ?? {}),
      info: (name) => ({
        name,
        does: words.hookArguments[name as "cmd"]?.[1] ?? words.unknownOption,
        shape: words.hookArguments[name as "cmd"]?.[0] ?? "",
      }),
      pending: setup.pending,
      keep: setup.keep,
      changed: (names) => {
        select.replaceChildren(
          ...Object.keys(words.hookArguments)
            .filter((name) => !names.includes(name))
            .map((name) => makeElement("option", { value: name }, name)),
        );
      },
    });
    options.show();
    return makeElement(
      "div",
      { class: "b-hook" },
      inner,
      makeElement("div", { class: "b-pick" }, select, add),
    );
  }

  function turn(block: HTMLElement, name: string): void {
    if (asJson.has(name)) asJson.delete(name);
    else asJson.add(name);
    const value = setup.value()[name];
    if (value !== undefined) fill(block, setup.info(name), value);
    firstControl(block.querySelector(".b-option-body")!)?.focus();
  }

  function remove(name: string): void {
    const block = blockOf(name);
    const next = block?.nextElementSibling ?? block?.previousElementSibling;
    const rest = withMember(setup.value(), name, undefined);
    setup.keep(block?.dataset["pointer"] ?? "", undefined);
    asJson.delete(name);
    setup.change(Object.keys(rest).length > 0 ? rest : undefined);
    const picker = list.parentElement?.querySelector<HTMLElement>(":scope > .b-pick select");
    show();
    const neighbour = next instanceof HTMLElement ? blockOf(next.dataset["name"]!) : null;
    (neighbour?.querySelector<HTMLElement>(".b-quiet:last-of-type") ?? picker)?.focus();
  }

  function blockOf(name: string): HTMLElement | null {
    return (
      [...list.children].find(
        (block): block is HTMLElement => (block as HTMLElement).dataset["name"] === name,
      ) ?? null
    );
  }

  return {
    show,
    add(name) {
      if (!Object.hasOwn(setup.value(), name)) {
        setup.change(withMember(setup.value(), name, firstValue(setup.info(name))));
        show();
      }
      const body = blockOf(name)?.querySelector(".b-option-body");
      if (body) firstControl(body)?.focus();
    },
  };
}
