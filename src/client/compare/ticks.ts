import * as links from "../../site/links.ts";
import { cards as words } from "../../strings/site.ts";
import { makeElement } from "../elements.ts";

/** The boxes of cards for comparing, and the bar at the bottom of the window that leads from them to the comparison. */

type Tick = readonly [slug: string, name: string];

const most = 3;
/** Other registries may be on the same host. */
const key = `compare ${links.home}`;
const boxes = ".card-pick input";
let ticks: readonly Tick[] = [];

const names = makeElement("bdi");
const hint = makeElement("span", { class: "muted" });
const open = makeElement("a", { class: "button primary" });
const clear = makeElement("button", { type: "button", class: "button quiet" }, words.clear);
const bar = makeElement(
  "section",
  { class: "compare-bar no-print", "aria-label": words.compareShort, hidden: true },
  makeElement("div", { class: "wrap" }, makeElement("p", { role: "status" }, names, " ", hint), open, clear),
);
document.body.append(bar);

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches(boxes)) return;
  const others = ticks.filter(([slug]) => slug !== target.value);
  const name = target.closest(".card")?.querySelector(".card-name")?.textContent.trim();
  change(target.checked ? [...others, [target.value, name ?? target.value]] : others);
});
// From a box straight to the comparison; the bar is behind all other cards.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || ticks.length < 2 || !(event.target as Element).matches(boxes)) return;
  event.preventDefault();
  open.click();
});
clear.addEventListener("click", () => {
  const [slug = ""] = ticks[0] ?? [];
  change([]);
  // The bar goes, so the focus returns to the cards.
  document.querySelector<HTMLElement>(`.card-pick [value="${CSS.escape(slug)}"]`)?.focus();
});
// Searches put other cards in place of those that the page was served with.
new MutationObserver(showBoxes).observe(document.body, { childList: true, subtree: true });
// Also when the browser goes back to a page that it has kept.
addEventListener("pageshow", () => change(recall()));

/** The ticks hold until the visit ends, on every page; on this one alone where the browser remembers nothing. */
function recall(): readonly Tick[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "[]") as Tick[];
  } catch {
    return ticks;
  }
}

function change(next: readonly Tick[]): void {
  ticks = next.slice(0, most);
  try {
    sessionStorage.setItem(key, JSON.stringify(ticks));
  } catch {
    // See above.
  }
  document.documentElement.classList.toggle("picking", ticks.length > 0);
  showBoxes();
  showBar();
}

/** Boxes are made here and not with the cards: they do nothing without this script, and sixty of them are half a kilobyte. */
function addBox(card: Element): void {
  const link = card.querySelector(".card-name a");
  const slug = decodeURIComponent(link?.getAttribute("href")?.split("/").at(-2) ?? "");
  const name = link?.textContent.trim() ?? "";
  const box = makeElement("input", {
    type: "checkbox",
    value: slug,
    "aria-label": words.compare(name),
  });
  card.append(
    makeElement("label", { class: "card-pick no-print" }, box, makeElement("span", {}, words.compareShort)),
  );
}

function showBoxes(): void {
  document.querySelectorAll(".card:not(:has(.card-pick))").forEach(addBox);
  for (const box of document.querySelectorAll<HTMLInputElement>(boxes)) {
    box.checked = ticks.some(([slug]) => slug === box.value);
    box.disabled = ticks.length === most && !box.checked;
  }
}

function showBar(): void {
  names.textContent = ticks.map(([, name]) => name).join(" · ");
  hint.textContent = ticks.length === 1 ? words.chooseOneMore : ticks.length === most ? words.chosenAll : "";
  open.textContent = words.compareChosen(ticks.length);
  open.href = links.compare(...ticks.map(([slug]) => slug));
  open.hidden = ticks.length < 2;
  bar.hidden = ticks.length === 0;
}
