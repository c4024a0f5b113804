import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { builder as words } from "../../strings/builder.ts";
import { list, mounts, pairs, ports, readScalar, showScalar, type Codec } from "./row-codecs.ts";
import { makeElement } from "../elements.ts";
import { makeRows, type Column } from "./rows.ts";

/** What the page knows about an option: of run_config, of exec_config, or of a command in it. */
export interface OptionInfo {
  name: string;
  /** What it does. */
  does: string;
  /** The JSON types that it takes, as in review/shapes.ts; "hook" is a command of exec_config; "" is not known. */
  shape: string;
}

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

type Kind = "text" | "long text" | "yes or no" | "rows" | "json";
interface Plan {
  kind: Kind;
  number?: boolean;
  codec?: Codec;
  columns?: Column[];
}

const { columns: labels } = words;

/** Suggestions of the page for single options; the rest are typed freely. */
const suggestions = new Set([
  "cap_add",
  "cap_drop",
  "security_opt",
  "devices",
  "network_mode",
  "ipc_mode",
  "pid_mode",
  "shm_size",
  "user",
]);

/** What options that only JSON can show begin with: their usual form, to be changed. */
const examples: Readonly<Record<string, JsonValue>> = {
  ulimits: [{ Name: "nofile", Soft: 1024, Hard: 1048576 }],
  mounts: [{ Target: "/data", Source: "/mnt/data", Type: "bind", ReadOnly: true }],
  device_requests: [{ Driver: "nvidia", Count: -1, Capabilities: [["gpu"]] }],
  blkio_weight_device: [{ Path: "/dev/sda", Weight: 500 }],
  ...Object.fromEntries(
    ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"].map((name) => [
      name,
      [{ Path: "/dev/sda", Rate: 1048576 }],
    ]),
  ),
  healthcheck: { Test: ["CMD", "true"], Interval: 30000000000 },
  log_config: { Type: "json-file", Config: { "max-size": "10m" } },
  restart_policy: { Name: "on-failure", MaximumRetryCount: 3 },
  networking_config: {},
  lxc_conf: {},
};

/** The value that an option begins with when it is added. */
export function firstValue({ name, shape }: OptionInfo): JsonValue {
  if (Object.hasOwn(examples, name)) return structuredClone(examples[name]!);
  if (shape === "hook") return { cmd: "" };
  if (shape === "boolean" || name === "privileged") return true;
  if (shape === "object" || name === "volumes" || shape === "list or object") return {};
  return shape.startsWith("list") && shape !== "list or string" ? [] : "";
}

/** How an option with this value is edited best; as JSON wherever nothing else shows all of it. */
function planFor({ name, shape }: OptionInfo, value: JsonValue): Plan {
  if (typeof value === "boolean" && (shape === "boolean" || shape === "any" || shape === ""))
    return { kind: "yes or no" };
  if (typeof value === "string" && name === "cmd") return { kind: "long text" };
  const scalar = typeof value === "string" || typeof value === "number";
  if (scalar && (shape === "any" || shape.includes("string") || shape.includes("integer")))
    return { kind: "text", number: shape === "any" || /number|integer/.test(shape) };
  const tables: [Codec, Column[]][] = [
    [
      mounts,
      [
        { label: labels.source, placeholder: "/mnt/data" },
        { label: labels.target, placeholder: "/data" },
        { label: labels.mode, choice: words.modes },
      ],
    ],
    [
      ports,
      [
        { label: labels.port, placeholder: "8080/tcp" },
        { label: labels.hostPort, placeholder: "8080", number: true },
      ],
    ],
    [pairs, [{ label: labels.name }, { label: labels.value }]],
    [list, [{ label: labels.item, list: suggestions.has(name) ? `known-${name}` : undefined }]],
  ];
  if (Object.hasOwn(examples, name)) return { kind: "json" };
  for (const [codec, columns] of tables) {
    const isMeant =
      codec === mounts
        ? name === "volumes" || name === "volume_mappings"
        : codec === ports
          ? name === "ports"
          : shape.includes(codec === pairs ? "object" : "list");
    if (isMeant && codec.fits(value)) return { kind: "rows", codec, columns };
  }
  return { kind: "json" };
}

/** The control for one option. `isJson` asks for JSON where another control would do. */
export function makeEditor(options: EditorOptions, isJson: boolean): { element: HTMLElement; kind: Kind } {
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
          codec: plan.codec!,
          columns: plan.columns!,
          value,
          add: words.addTo[plan.columns!.length > 1 ? "pair" : "item"],
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

function makeText(
  { info, value, describedBy, change }: EditorOptions,
  { kind, number = false }: Plan,
): HTMLElement {
  const shared = {
    class: "field ltr",
    "aria-label": info.name,
    "aria-describedby": describedBy,
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  };
  const read = (event: Event): void =>
    change(readScalar((event.currentTarget as HTMLInputElement).value, number) ?? "");
  if (kind === "long text")
    return makeElement("textarea", { ...shared, rows: "3", input: read }, showScalar(value));
  return makeElement("input", {
    ...shared,
    type: "text",
    value: showScalar(value),
    list: suggestions.has(info.name) ? `known-${info.name}` : null,
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
