/** Calls `act` in place of following a link, unless the browser is asked to open it in another tab or window. */
export function followInPage(link: HTMLAnchorElement, act: () => void): void {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    act();
  });
}
