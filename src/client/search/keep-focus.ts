/** Leaves the focus where it is among these elements, also when `act` puts an equal link or button in place of the one that has it. */
export async function keepFocus(container: Element, act: () => Promise<void>): Promise<void> {
  const { activeElement } = document;
  const name = activeElement && container.contains(activeElement) ? nameOf(activeElement) : "";
  await act();
  if (!name) return;
  [...container.querySelectorAll<HTMLElement>("a, button")]
    .find((element) => nameOf(element) === name)
    ?.focus();
}

/** Tells a link or button from others. */
function nameOf(element: Element): string {
  return element.getAttribute("href") ?? element.ariaLabel ?? element.id;
}
