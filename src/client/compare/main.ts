import { compareRows, nameOf, type Subject } from "../../site/compare.ts";
import * as links from "../../site/links.ts";
import type { GuideEntry, GuideIndex } from "../../site/search/find-in-guide.ts";
import { compare as words } from "../../strings/compare.ts";
import { byId, dataOf, makeElement } from "../elements.ts";
import { makeTables } from "./tables.ts";

/** The workspaces that the address names, side by side. Every change is a link to another address, so Back works. */

const page = byId("compare");
const notices = byId("compare-notices");

/** Adds a sentence about what went wrong, with a way on. */
function notice(text: string, ...cure: HTMLElement[]): void {
  notices.append(makeElement("p", {}, makeElement("span", { dir: "auto" }, text), ...cure));
}

const retry = (): HTMLElement =>
  makeElement("button", { type: "button", class: "button", click: () => location.reload() }, words.retry);

/** A workspace's JSON; null, and a notice, where there is none. */
async function load(slug: string): Promise<Subject | null> {
  try {
    const response = await fetch(links.workspaceJson("1.1", slug));
    if (response.ok) return (await response.json()) as Subject;
    if (response.status !== 404) throw new Error(String(response.status));
    const search = makeElement("a", { class: "button", href: links.search({ q: slug }) }, words.searchFor);
    notice(words.unknown(slug), search);
  } catch {
    notice(words.failed(slug), retry());
  }
  return null;
}

/** The guide's index; without it findings go by their codes. */
async function loadGuide(): Promise<GuideIndex> {
  try {
    return (await (await fetch(links.guideIndex)).json()) as GuideIndex;
  } catch {
    return { lang: "", entries: [] };
  }
}

async function open(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const named = ["a", "b", "c"].flatMap((name) => parameters.get(name)?.trim() || []);
  const slugs = [...new Set(named)];
  const [guide, ...loaded] = await Promise.all([loadGuide(), ...slugs.map(load)]);
  const subjects = loaded.filter((subject) => subject !== null);
  const [first, ...others] = subjects;
  for (const subject of subjects)
    if (named.filter((slug) => slug === subject.slug).length > 1) notice(words.twice(nameOf(subject)));
  if (subjects.length > 1) page.append(...tables(subjects, guide));
  else if (first) notice(words.one(nameOf(first)));
  else if (notices.childElementCount === 0) notice(words.none);
  if (subjects.length < 2)
    page.append(makeElement("section", { class: "compare-picker" }, ...(await pickerOf(subjects))));
  else if (subjects.length < 3) page.append(thirdOf(subjects));
  if (first && others.length > 0)
    page.append((await import("./difference.ts")).makeDifference(first, others));
  page.ariaBusy = null;
}

const pickerOf = async (subjects: readonly Subject[]): Promise<HTMLElement[]> => [
  makeElement("h2", {}, words.choose),
  ...(await import("./picker.ts")).makePicker(subjects),
];

/** A picker that loads when it is opened. */
function thirdOf(subjects: readonly Subject[]): HTMLElement {
  const fold = makeElement("details", { class: "compare-picker" }, makeElement("summary", {}, words.third));
  const fill = async (): Promise<void> => fold.append(...(await import("./picker.ts")).makePicker(subjects));
  fold.addEventListener("toggle", () => void fill(), { once: true });
  return fold;
}

function tables(subjects: readonly Subject[], { lang, entries }: GuideIndex): HTMLElement[] {
  document.title = `${words.titleOf(subjects.map(nameOf))} · ${dataOf(page, "registry")}`;
  const guide = new Map(entries.map((entry): [string, GuideEntry] => [entry.anchor, entry]));
  return makeTables(subjects, compareRows(subjects, guide, document.documentElement.lang), lang);
}

void open();
