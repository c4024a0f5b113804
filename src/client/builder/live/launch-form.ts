import { isObject, type JsonObject, type JsonValue } from "../../../registry/model/json.ts";
import { dataOf, find } from "../../elements.ts";
import { builderLive } from "../../../strings/builder-live.ts";
import { withMember } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";
import type { Store } from "../draft-store.ts";
import type { BindField } from "../field.ts";
import { makeEditor } from "../property-editor.ts";
import { records } from "./records.ts";
import { showScalar } from "../row-codecs.ts";
import { makeRows, type Column } from "../rows.ts";

const words = builderLive.launch;

/** The members of a question that rows show; the others are edited in the JSON, and stay. */
const shown = ["key", "label", "input_type", "required", "allow_saving"];

const choices = [
  ["", words.choices.default],
  ["true", words.choices.yes],
  ["false", words.choices.no],
] as const;

/** Ties the field of launch_config to the draft, as bindFields does for the others. */
export function bindLaunchForm({ form, store }: BuilderPage): void {
  const key = "launch_config";
  const show = bindLaunch(find(form, `[data-key="${key}"]`), key, store);
  store.listen((origin) => {
    if (origin === "json" || origin === "whole") show(store.draft.data[key]);
  });
  show(store.draft.data[key]);
}

/** launch_config: the destination, and a row for each question; JSON where rows cannot show all of it. */
const bindLaunch: BindField = (element, key, store) => {
  const texts = JSON.parse(dataOf(element, "columns")) as Record<string, Column & { type: string }>;
  const members = shown.flatMap((name) => (texts[name] ? [{ name, ...texts[name] }] : []));
  const codec = records(members);
  const columns = members.map(({ name: _, type, ...column }): Column =>
    type === "boolean" ? { ...column, choice: choices } : column,
  );
  const destination = find(element, ".b-destination");
  const input = find<HTMLInputElement>(destination, "input");
  const holder = find(element, ".b-holder");

  const config = (): JsonObject => {
    const value = store.draft.data[key];
    return isObject(value) ? value : {};
  };
  const set = (next: JsonObject): void =>
    store.setKey(key, Object.keys(next).length === 0 ? undefined : next);
  input.addEventListener("input", () => {
    const mapping = config()["file_mapping"];
    const next = withMember(isObject(mapping) ? mapping : {}, "destination", input.value || undefined);
    set(withMember(config(), "file_mapping", Object.keys(next).length > 0 ? next : undefined));
  });

  return (value) => {
    const isForm = value === undefined || fitsForm(value, codec.fits);
    destination.hidden = !isForm;
    if (!isForm) return void holder.replaceChildren(asJson(key, store, value));
    const mapping = config()["file_mapping"];
    const text = isObject(mapping) ? showScalar(mapping["destination"]) : "";
    if (input.value !== text) input.value = text;
    holder.replaceChildren(
      makeRows({
        label: words.questions,
        pointer: `/${key}/launch_form`,
        codec,
        columns,
        value: config()["launch_form"] ?? [],
        add: words.addQuestion,
        change: (next) =>
          set(withMember(config(), "launch_form", (next as JsonValue[]).length > 0 ? next : undefined)),
      }),
    );
  };
};

/** The control for a key whose value only JSON can show. */
function asJson(key: string, store: Store, value: JsonValue): HTMLElement {
  const pointer = `/${key}`;
  return makeEditor(
    {
      info: { name: key, does: "", jsonType: "object" },
      pointer,
      value,
      describedBy: `f-${key}-help f-${key}-problem`,
      pending: store.draft.pending[pointer],
      keep: (text) => store.setPending(pointer, text),
      change: (next) => store.setKey(key, next),
    },
    true,
  ).element;
}

function fitsForm(value: JsonValue, fits: (questions: JsonValue) => boolean): boolean {
  if (!isObject(value)) return false;
  const { file_mapping: mapping, launch_form: questions } = value;
  const destination = isObject(mapping) ? mapping["destination"] : undefined;
  return (
    (mapping === undefined || (isObject(mapping) && typeof (destination ?? "") === "string")) &&
    (questions === undefined || fits(questions))
  );
}
