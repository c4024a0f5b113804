type Child = Node | string | null | undefined | false;
type Properties = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

/**
 * Makes an element. A property that is a function listens for the event of that name; null, undefined and false are left out; true
 * is an empty attribute. Text goes in as text only.
 */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value as (event: Event) => void);
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A part that the page is made with; an error names one that was taken out of it. */
function existing<Part>(part: Part | null | undefined, name: string): Part {
  if (part === null || part === undefined) throw new Error(`This page lacks ${name}`);
  return part;
}

/** The element of this id, which the page has. */
export const byId = <E extends HTMLElement = HTMLElement>(id: string): E => find<E>(document, `#${id}`);

/** The first match below an element, which the page has. */
export const find = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E =>
  existing(root.querySelector<E>(selector), selector);

/** The nearest match around an element, which the page has. */
export const findAround = <E extends Element = HTMLElement>(element: Element, selector: string): E =>
  existing(element.closest<E>(selector), selector);

/** The value of a data attribute that the element has. */
export const dataOf = ({ dataset }: HTMLElement, name: string): string => existing(dataset[name], name);

/** The first control below an element that holds a value, else its first button. */
export function firstControl(element: Element): HTMLElement | null {
  return element.querySelector<HTMLElement>("input, select, textarea") ?? element.querySelector("button");
}

/** The catalogue's sentences: `code` between backticks is shown as such. */
export function inWords(text: string): (Node | string)[] {
  return text
    .split("`")
    .map((part, place) => (place % 2 ? makeElement("code", { class: "ltr" }, part) : part));
}
