import type { Card } from "../../site/card.ts";
import { formatSize, formatVersions } from "../../site/format.ts";
import { monogramOf } from "../../site/monogram.ts";
import { cards as words, severityWords } from "../../strings/site.ts";

/** Draws a card out of the page's own template, so that results look exactly like the cards that were served. */

const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** The element of a card. Authored text goes in as text only. */
export function drawCard(template: HTMLTemplateElement, card: Card, lang: string): HTMLElement {
  const item = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const part = <E extends HTMLElement>(selector: string): E => item.querySelector<E>(selector)!;
  const put = (selector: string, text: string): void => void (part(selector).textContent = text);

  const link = part<HTMLAnchorElement>(".card-name a");
  link.href = `${base}workspaces/${encodeURIComponent(card.slug)}/`;
  link.textContent = card.name;
  put(".card-about", card.description);
  put(".card-in", card.categories.join(" · "));
  put(".card-kasm", words.kasm(formatVersions(card.kasm)));
  put(".card-on", card.architectures.join(" "));
  put(".card-size", formatSize(card.size, lang));
  put(".severity", severityWords[card.severity ?? "none"]);
  part(".severity").className = `severity ${card.severity ?? "none"}`;
  drawIcon(part<HTMLImageElement>(".card-icon"), card);
  drawFlags(item, card);
  return item;
}

/** Makes a list hold these elements in this order. Those that are in their places are not touched, and need not be laid out again. */
export function arrange(list: Element, wanted: readonly Element[]): void {
  let next = list.firstElementChild;
  for (const element of wanted) {
    if (element === next) next = next.nextElementSibling;
    else list.insertBefore(element, next);
  }
  while (next) {
    const last = next;
    next = next.nextElementSibling;
    last.remove();
  }
}

function drawIcon(image: HTMLImageElement, { icon, name }: Card): void {
  if (!icon) {
    const { letter, tint } = monogramOf(name);
    const span = document.createElement("span");
    span.className = `monogram tint-${tint}`;
    span.ariaHidden = "true";
    span.textContent = letter;
    image.replaceWith(span);
    return;
  }
  image.src = base + icon;
}

function drawFlags(item: HTMLElement, { flags, name, slug }: Card): void {
  const tip = item.querySelector(".tip")!;
  item.classList.toggle("flagged", flags.length > 0);
  if (flags.length === 0) return tip.remove();
  const button = tip.querySelector("button")!;
  const box = tip.querySelector(".tip-box")!;
  box.id = `flags-${slug}`;
  button.setAttribute("aria-describedby", box.id);
  button.ariaLabel = words.flagged(name);
  const line = box.querySelector(".tip-line")!;
  box.append(
    ...flags.map(([property, flag]) => {
      const copy = line.cloneNode(true) as HTMLElement;
      copy.firstChild!.textContent = `${property} `;
      copy.querySelector("i")!.textContent = flag;
      return copy;
    }),
  );
  line.remove();
}
