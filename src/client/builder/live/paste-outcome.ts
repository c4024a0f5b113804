import type { NotMapped } from "../../../docker/index.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, makeElement } from "../../elements.ts";

/** Says below the field for pasting what became of the text. */
export function showOutcome(lines: readonly string[], isProblem = false): void {
  byId("paste-outcome").replaceChildren(
    ...lines.map((line) => makeElement("p", isProblem ? { class: "b-remark error" } : {}, line)),
  );
}

/** Says that a docker command was taken over, with its notes and the options that a workspace cannot say. */
export function showConversion(notMapped: readonly NotMapped[], notes: readonly string[]): void {
  byId("paste-outcome").replaceChildren(
    makeElement("p", {}, words.pasteDone),
    ...(notes.length > 0 ? [makeElement("ul", {}, ...notes.map((note) => makeElement("li", {}, note)))] : []),
    ...(notMapped.length > 0
      ? [
          makeElement("p", {}, makeElement("b", {}, words.pasteNotMapped)),
          makeElement("dl", { class: "b-not-mapped" }, ...notMapped.map(notMappedEntry)),
        ]
      : []),
  );
}

function notMappedEntry({ option, value, reason }: NotMapped): HTMLElement {
  return makeElement(
    "div",
    {},
    makeElement("dt", {}, makeElement("code", { class: "ltr" }, `${option} ${value}`.trim())),
    makeElement("dd", {}, reason),
  );
}
