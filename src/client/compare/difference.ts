import { nameOf, type Subject } from "../../site/compare.ts";
import { jsonDifference, type Part } from "../../site/json-difference.ts";
import { compare as words } from "../../strings/compare.ts";
import { makeElement } from "../elements.ts";

/** Equal lines that stay before and after a difference. */
const context = 3;

/** A name between marks that let it run in its own direction, and what is beside it in that of the page. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** The JSON of the first workspace against that of each other, line by line. */
export function makeDifference(first: Subject, others: readonly Subject[]): HTMLElement {
  const blocks = others.flatMap((other) => [
    makeElement("h3", {}, words.pair(isolated(nameOf(first)), isolated(nameOf(other)))),
    ...makeLines(jsonDifference(first.workspace, other.workspace)),
  ]);
  return makeElement(
    "section",
    { class: "difference" },
    makeElement("h2", {}, words.difference),
    makeElement("p", { class: "muted" }, words.differenceText),
    ...blocks,
  );
}

function makeLines(parts: readonly Part[]): HTMLElement[] {
  if (parts.every(({ kind }) => kind === "same")) return [makeElement("p", {}, words.same)];
  const lines = parts.flatMap((part, place) => {
    if (part.kind !== "same") return makeMarked(part);
    const before = place === 0 ? 0 : context;
    const after = place === parts.length - 1 ? 0 : context;
    if (part.lines.length <= before + after + 1) return makeMarked(part);
    const end = part.lines.length - after;
    const fold = makeElement(
      "details",
      {},
      makeElement("summary", {}, words.equalLines(end - before)),
      ...makeMarked({ ...part, lines: part.lines.slice(before, end) }),
    );
    return [
      ...makeMarked({ ...part, lines: part.lines.slice(0, before) }),
      fold,
      ...makeMarked({ ...part, lines: part.lines.slice(end) }),
    ];
  });
  return [makeElement("div", { class: "difference-lines mono", dir: "ltr" }, ...lines)];
}

const marks = { same: [" ", "span"], removed: ["−", "del"], added: ["+", "ins"] } as const;

function makeMarked({ kind, lines }: Part): HTMLElement[] {
  const [mark, tag] = marks[kind];
  return lines.map((line) => makeElement(tag, {}, `${mark} ${line}\n`));
}
