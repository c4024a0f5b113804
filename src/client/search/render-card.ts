import type { CardTexts } from "../../site/card-texts.ts";
import { dataOf, find } from "../elements.ts";

/** Fills the page's template of a card (components/CardTemplate.astro), which knows nothing of the texts but their names. */

type Texts = { [name: string]: string | Texts[] };

/** The element of a card. Authored text goes in as text only. */
export function renderCard(template: HTMLTemplateElement, texts: CardTexts): HTMLElement {
  const card = find(template.content, ".card").cloneNode(true) as HTMLElement;
  fill(card, texts);
  showMarks(card);
  return card;
}

/** Shows the marks of cards that hold today. */
export function showMarks(cards: ParentNode): void {
  const today = Date.now() / 86_400_000;
  for (const mark of cards.querySelectorAll<HTMLElement>("[data-until]"))
    mark.hidden = Number(mark.dataset["until"]) + 1 <= today;
}

function fill(element: Element, texts: Texts): void {
  for (const part of element.querySelectorAll<HTMLElement>("[data-needs]")) {
    if (texts[dataOf(part, "needs")]?.length) delete part.dataset["needs"];
    else part.remove();
  }
  replaceNames(element, texts);
  // After the rest: an authored text of these may look like a name in braces.
  for (const line of element.querySelectorAll<HTMLElement>("[data-each]")) {
    const values = texts[dataOf(line, "each")] as Texts[];
    delete line.dataset["each"];
    line.replaceWith(
      ...values.map((each) => {
        const copy = line.cloneNode(true) as HTMLElement;
        replaceNames(copy, each);
        return copy;
      }),
    );
  }
}

/** Puts texts in place of their names in braces, in text and in attributes. Names that are not given stay. */
function replaceNames(element: Element, texts: Texts): void {
  const put = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (name, key: string) =>
      Object.hasOwn(texts, key) ? String(texts[key]) : name,
    );
  for (const each of [element, ...element.querySelectorAll("*")]) {
    for (const attribute of each.attributes)
      if (attribute.value.includes("{")) attribute.value = put(attribute.value);
    for (const node of each.childNodes)
      if (node instanceof Text && node.data.includes("{")) node.data = put(node.data);
  }
}
