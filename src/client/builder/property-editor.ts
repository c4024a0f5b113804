import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { builder as words } from "../../strings/builder.ts";
import { jsonExamples, type OptionInfo } from "./option-defaults.ts";
import { list, mounts, pairs, ports, readScalar, showScalar, type Codec } from "./row-codecs.ts";
import { makeElement } from "../elements.ts";
import { makeRows, type Column } from "./rows.ts";

export interface EditorOptions {
  info: OptionInfo;
  pointer: string;
  value: JsonValue;
  /** Ids of the texts that describe the control. */
  describedBy: string;
  /** A text of this option that is no JSON yet, and where such texts are kept. */
  pending: string | undefined;
  keep: (text: string | undefined) => void;
  change: (value: JsonValue) => void;
}

type Plan =
  | { kind: "text"; number: boolean }
  | { kind: "long text" | "yes or no" | "json" }
  | { kind: "rows"; codec: Codec; columns: Column[] };

const { columns: labels } = words;

/** How an option with this value is edited best; as JSON wherever nothing else shows all of it. */
function planFor({ name, jsonType }: OptionInfo, value: JsonValue): Plan {
  if (typeof value === "boolean" && (jsonType === "boolean" || jsonType === "any" || jsonType === ""))
    return { kind: "yes or no" };
  if (typeof value === "string" && name === "cmd") return { kind: "long text" };
  const isScalar = typeof value === "string" || typeof value === "number";
  if (isScalar && (jsonType === "any" || jsonType.includes("string") || jsonType.includes("integer")))
    return { kind: "text", number: jsonType === "any" || /number|integer/.test(jsonType) };
  if (Object.hasOwn(jsonExamples, name)) return { kind: "json" };
  const rows = rowsFor(name, jsonType).find(({ codec }) => codec.fits(value));
  return rows ? { kind: "rows", ...rows } : { kind: "json" };
}

/** The kinds of rows that an option of this name and type may be shown as, the best first. */
function rowsFor(name: string, jsonType: string): { codec: Codec; columns: Column[] }[] {
  const rows = [];
  if (name === "volumes" || name === "volume_mappings")
    rows.push({
      codec: mounts,
      columns: [
        { label: labels.source, placeholder: "/mnt/data" },
        { label: labels.target, placeholder: "/data" },
        { label: labels.mode, choice: words.modes },
      ],
    });
  if (name === "ports")
    rows.push({
      codec: ports,
      columns: [
        { label: labels.port, placeholder: "8080/tcp" },
        { label: labels.hostPort, placeholder: "8080", number: true },
      ],
    });
  if (jsonType.includes("object"))
    rows.push({ codec: pairs, columns: [{ label: labels.name }, { label: labels.value }] });
  if (jsonType.includes("list"))
    rows.push({ codec: list, columns: [{ label: labels.item, list: suggestionsFor(name) }] });
  return rows;
}

/** The id of the page's suggestions for an option (components/builder/suggestions.ts); undefined where it has none. */
function suggestionsFor(name: string): string | undefined {
  const id = `known-${name}`;
  return document.getElementById(id) ? id : undefined;
}

/** The control for one option. `isJson` asks for JSON where another control would do. */
export function makeEditor(
  options: EditorOptions,
  isJson: boolean,
): { element: HTMLElement; kind: Plan["kind"] } {
  const { info, value, pending } = options;
  const plan = planFor(info, value);
  if (isJson || pending !== undefined || plan.kind === "json")
    return { kind: "json", element: makeJson(options) };
  switch (plan.kind) {
    case "rows":
      return {
        kind: "rows",
        element: makeRows({
          label: info.name,
          pointer: options.pointer,
          codec: plan.codec,
          columns: plan.columns,
          value,
          add: words.addTo[plan.columns.length > 1 ? "pair" : "item"],
          change: options.change,
        }),
      };
    case "yes or no":
      return { kind: plan.kind, element: makeSwitch(options) };
    default:
      return { kind: plan.kind, element: makeText(options, plan) };
  }
}

/** Whether this option could be edited without JSON. */
export function hasForm(info: OptionInfo, value: JsonValue): boolean {
  return planFor(info, value).kind !== "json";
}

function makeText({ info, value, describedBy, change }: EditorOptions, plan: Plan): HTMLElement {
  const shared = {
    class: "field ltr",
    "aria-label": info.name,
    "aria-describedby": describedBy,
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  };
  const number = plan.kind === "text" && plan.number;
  const read = (event: Event): void =>
    change(readScalar((event.currentTarget as HTMLInputElement).value, number) ?? "");
  if (plan.kind === "long text")
    return makeElement("textarea", { ...shared, rows: "3", input: read }, showScalar(value));
  return makeElement("input", {
    ...shared,
    type: "text",
    value: showScalar(value),
    list: suggestionsFor(info.name),
    input: read,
  });
}

function makeSwitch({ info, value, describedBy, change }: EditorOptions): HTMLElement {
  return makeElement(
    "label",
    { class: "b-switch" },
    makeElement("input", {
      type: "checkbox",
      checked: value === true,
      "aria-label": info.name,
      "aria-describedby": describedBy,
      change: (event: Event) => change((event.currentTarget as HTMLInputElement).checked),
    }),
    makeElement("span", {}, words.on),
  );
}

/** A value as JSON. A text that cannot be read is kept until it can. */
function makeJson({ info, value, describedBy, pending, keep, change }: EditorOptions): HTMLElement {
  const text = pending ?? JSON.stringify(value, null, 2);
  const area = makeElement(
    "textarea",
    {
      class: "field mono ltr",
      rows: String(Math.min(12, Math.max(2, text.split("\n").length))),
      "aria-label": words.asJsonOf(info.name),
      "aria-describedby": describedBy,
      spellcheck: "false",
      autocapitalize: "off",
    },
    text,
  );
  area.addEventListener("input", () => {
    const read = readJson(area.value);
    keep(read === undefined ? area.value : undefined);
    if (read !== undefined) change(read);
  });
  return area;
}

function readJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}
