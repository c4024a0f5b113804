/** Makes a list hold these elements in this order. An element in its place is not touched, so that it keeps the focus and its layout. */
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
