import type { KasmAnswer, NotMapped } from "../../../docker/index.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, makeElement } from "../../elements.ts";
import type { PasteGap } from "./paste-merge.ts";

/** Says below the field for pasting what became of the text. */
export function showOutcome(lines: readonly string[], isProblem = false): void {
  byId("paste-outcome").replaceChildren(
    ...lines.map((line) => makeElement("p", isProblem ? { class: "b-remark error" } : {}, line)),
  );
}

/** What came of a docker command. */
interface Outcome {
  answer: KasmAnswer | null;
  /** What was taken from the image, and from where. */
  taken: readonly string[];
  missing: readonly PasteGap[];
  notes: readonly string[];
  notMapped: readonly NotMapped[];
}

/** Says whether Kasm can show the image, what was taken from it, and what of the command a workspace cannot say. */
export function showConversion({ answer, taken, missing, notes, notMapped }: Outcome): void {
  byId("paste-outcome").replaceChildren(
    ...(answer
      ? [
          makeElement(
            "p",
            { class: `b-kasm ${answer.verdict}` },
            makeElement("b", {}, answer.answer),
            ` ${answer.reason}`,
          ),
        ]
      : []),
    makeElement("p", {}, words.pasteDone(missing.map((gap) => words.pasteGaps[gap]))),
    ...titledList(words.pasteTaken, taken),
    ...titledList(words.pasteNotes, notes),
    ...(notMapped.length > 0
      ? [
          makeElement("p", {}, makeElement("b", {}, words.pasteNotMapped)),
          makeElement("dl", { class: "b-not-mapped" }, ...notMapped.map(notMappedEntry)),
        ]
      : []),
  );
}

function titledList(title: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  return [
    makeElement("p", {}, makeElement("b", {}, title)),
    makeElement("ul", {}, ...lines.map((line) => makeElement("li", {}, line))),
  ];
}

function notMappedEntry({ option, value, reason }: NotMapped): HTMLElement {
  return makeElement(
    "div",
    {},
    makeElement("dt", {}, makeElement("code", { class: "ltr" }, `${option} ${value}`.trim())),
    makeElement("dd", {}, reason),
  );
}
