import { guide as words } from "../strings/guide.ts";
import { byId, makeElement } from "./elements.ts";

/** The filter of the security guide, and the entry that the address names, which opens. */

const catalogue = byId("catalogue");
const form = byId<HTMLFormElement>("guide-filter");
const query = form.elements.namedItem("q") as HTMLInputElement;
const severity = form.elements.namedItem("severity") as HTMLSelectElement;
/** Not there in a registry without workspaces. */
const used = form.elements.namedItem("used") as HTMLInputElement | null;

/** Where the browser can, its own search finds what is hidden, and shows it. */
const hidden = "onbeforematch" in document ? "until-found" : "";
const entries = [...catalogue.querySelectorAll<HTMLElement>("[data-entry]")].map((element) => ({
  element,
  text: textOf(element),
  severity: element.dataset["severity"] ?? "",
  isUnused: "unused" in element.dataset,
}));
const sections = [...catalogue.querySelectorAll<HTMLElement>(".entries > section")];

/** The name, the code and the properties of an entry; not its explanation, which names many others. */
function textOf(element: HTMLElement): string {
  const parts = [...element.querySelectorAll("h3, th, .rule-code, .rule-meta code")].map(
    (part) => part.textContent,
  );
  return fold([element.id, ...parts].join(" "));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

function hide(element: HTMLElement, isHidden: boolean): void {
  if (!isHidden) element.removeAttribute("hidden");
  // A row of a table cannot be there and hidden at once.
  else element.setAttribute("hidden", element.matches("tr, li") ? "" : hidden);
}

function apply(): void {
  const wanted = fold(query.value);
  const matching = entries.filter(
    ({ text, severity: its }) => text.includes(wanted) && (!severity.value || its === severity.value),
  );
  const inUse = used?.checked ? matching.filter(({ isUnused }) => !isUnused) : matching;
  // One that is looked up shows, used here or not.
  const shown = new Set(inUse.length > 0 ? inUse : matching);
  for (const entry of entries) hide(entry.element, !shown.has(entry));
  const isNarrow = wanted !== "" || severity.value !== "";
  for (const section of sections) {
    const own = entries.filter(({ element }) => section.contains(element));
    const isHidden = own.length > 0 ? !own.some((entry) => shown.has(entry)) : isNarrow;
    hide(section, isHidden);
    const item = catalogue.querySelector<HTMLElement>(`.toc li:has([href="#${section.id}"])`);
    if (item) hide(item, isHidden);
  }
  showCount(shown.size, matching.length - shown.size, inUse.length > 0);
  // Until now the style sheet hid what is not used here.
  catalogue.classList.remove("unfiltered");
}

/** Says how many entries show, and offers those that the filter leaves out. */
function showCount(shown: number, left: number, isInUse: boolean): void {
  const offer = (text: string, act: () => void): HTMLElement =>
    makeElement(
      "button",
      { type: "button", class: "button", click: () => (act(), apply(), saveState(), query.focus()) },
      text,
    );
  const cure =
    shown === 0 ? offer(words.clear, clear) : left > 0 ? offer(words.elsewhere(left), showUnused) : null;
  byId("guide-count").replaceChildren(
    shown === 0 ? words.nothing : isInUse ? words.entries(shown) : words.unusedEntries(shown),
    ...(cure ? [" ", cure] : []),
  );
}

function showUnused(): void {
  if (used) used.checked = false;
}

function clear(): void {
  query.value = severity.value = "";
  showUnused();
}

/** Shows and opens the entry that the address names, whatever the filter says. */
function reveal(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!target || !catalogue.contains(target)) return;
  for (
    let element: HTMLElement | null = target;
    element && element !== catalogue;
    element = element.parentElement
  ) {
    element.removeAttribute("hidden");
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  target.scrollIntoView();
}

/** The address holds the filter, so that it can be shared. */
function saveState(): void {
  const state = new URLSearchParams(
    [query, severity].flatMap(({ name, value }) => (value ? [[name, value]] : [])),
  );
  if (used && (!used.checked || state.size > 0)) state.set("used", used.checked ? "on" : "off");
  history.replaceState(null, "", state.size > 0 ? `?${state}` : location.pathname);
}

const asked = new URLSearchParams(location.search);
query.value = asked.get("q") ?? "";
severity.value = asked.get("severity") ?? "";
if (severity.selectedIndex < 0) severity.value = "";
// A link with a query alone asks for the whole guide; the plain address for what is used here.
if (used) used.checked = asked.size === 0 || asked.get("used") === "on";

form.addEventListener("input", () => {
  apply();
  saveState();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", reveal);
// A link to the entry that the address names already changes no hash.
addEventListener("click", ({ target }) => {
  if ((target as Element).closest(`a[href="${CSS.escape(location.hash)}"]`)) setTimeout(reveal);
});
apply();
reveal();
