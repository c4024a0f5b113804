import { nameOf, type Line, type Row, type Subject } from "../../site/compare.ts";
import * as links from "../../site/links.ts";
import { compare as words } from "../../strings/compare.ts";
import { severityWords } from "../../strings/site.ts";
import { inWords, makeElement } from "../elements.ts";

/** The rows that differ as a table, and those that are equal folded below it. `lang` is that of the findings' names. */
export function makeTables(subjects: readonly Subject[], rows: readonly Row[], lang: string): HTMLElement[] {
  const equal = rows.filter(({ isEqual }) => isEqual);
  const differing = rows.filter(({ isEqual }) => !isEqual);
  const head = makeElement(
    "tr",
    { role: "row" },
    makeElement(
      "th",
      { role: "columnheader", scope: "col" },
      makeElement("span", { class: "hidden-text" }, words.rows),
    ),
    ...subjects.map((subject) => makeHead(subject, subjects)),
  );
  const tables = [makeTable(differing, lang, makeElement("thead", { role: "rowgroup" }, head))];
  if (equal.length === 0) return tables;
  const folded = makeElement(
    "details",
    { open: differing.length === 0 },
    makeElement("summary", {}, words.equalRows(equal.length)),
    makeTable(
      equal.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
      lang,
    ),
  );
  return [...tables, folded];
}

// Narrow windows show a row as a block, which would take the meaning of its elements away: hence the roles.
function makeTable(rows: readonly Row[], lang: string, head?: HTMLElement): HTMLElement {
  const body = rows.map(({ label, cells, isEqual }) =>
    makeElement(
      "tr",
      { role: "row" },
      makeElement("th", { role: "rowheader", scope: "row" }, label),
      ...cells.map((lines) => {
        const isShared = (line: Line): boolean =>
          !isEqual &&
          cells.every((other) => other.some((each) => JSON.stringify(each) === JSON.stringify(line)));
        return makeElement(
          "td",
          { role: "cell" },
          ...lines.map((line) => makeLine(line, isShared(line), lang)),
        );
      }),
    ),
  );
  return makeElement(
    "table",
    { role: "table", class: "compare-table" },
    head,
    makeElement("tbody", { role: "rowgroup" }, ...body),
  );
}

function makeHead(subject: Subject, subjects: readonly Subject[]): HTMLElement {
  const name = nameOf(subject);
  const file = subject.workspace["image_src"];
  const icon =
    typeof file === "string" &&
    makeElement("img", {
      src: links.icon(file),
      width: "40",
      height: "40",
      alt: "",
      error: ({ target }: Event) => (target as Element).remove(),
    });
  const isNameShared = subjects.some((other) => other !== subject && nameOf(other) === name);
  const others = subjects.filter((other) => other !== subject).map(({ slug }) => slug);
  return makeElement(
    "th",
    { role: "columnheader", scope: "col" },
    makeElement(
      "div",
      {},
      icon,
      makeElement("a", { href: links.workspace(subject.slug), dir: "auto" }, name),
      isNameShared && makeElement("span", { class: "mono ltr" }, subject.slug),
      makeElement(
        "a",
        { class: "compare-remove", href: links.compare(...others), "aria-label": words.remove(name) },
        words.removeShort,
      ),
    ),
  );
}

function makeLine(line: Line, isShared: boolean, lang: string): HTMLElement {
  const { text, property, level, rule, isDefault, isSentence } = line;
  const classes = ["compare-line", (isShared || isDefault) && "muted"].filter(Boolean).join(" ");
  if (rule)
    return makeElement(
      "span",
      { class: classes },
      level === "usual" || !level
        ? null
        : makeElement("span", { class: `severity ${level}` }, severityWords[level]),
      " ",
      makeElement("a", { href: links.flags(rule), lang: lang || null }, text),
    );
  const content = property
    ? [makeElement("b", { class: "mono" }, property), " ", makeElement("span", { class: "mono ltr" }, text)]
    : isSentence
      ? inWords(text)
      : [text];
  return makeElement("span", { class: classes }, makeElement("bdi", {}, ...content));
}
