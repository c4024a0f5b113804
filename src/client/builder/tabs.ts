/** Tabs as the ARIA practices describe them: one in the tab order, arrows move between them. */
export function bindTabs(tablist: HTMLElement): (panel: string) => void {
  const tabs = [...tablist.querySelectorAll<HTMLButtonElement>("[role=tab]")];
  const panelOf = (tab: HTMLElement): HTMLElement =>
    document.getElementById(tab.getAttribute("aria-controls")!)!;

  function choose(chosen: HTMLButtonElement): void {
    for (const tab of tabs) {
      tab.ariaSelected = String(tab === chosen);
      tab.tabIndex = tab === chosen ? 0 : -1;
      panelOf(tab).hidden = tab !== chosen;
    }
  }

  tablist.addEventListener("click", (event) => {
    const tab = (event.target as Element).closest<HTMLButtonElement>("[role=tab]");
    if (tab) choose(tab);
  });
  tablist.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(event.target as HTMLButtonElement);
    const isForward = event.key === (document.dir === "rtl" ? "ArrowLeft" : "ArrowRight");
    const isBack = event.key === (document.dir === "rtl" ? "ArrowRight" : "ArrowLeft");
    const next = isForward
      ? at + 1
      : isBack
        ? at - 1
        : event.key === "Home"
          ? 0
          : event.key === "End"
            ? tabs.length - 1
            : null;
    if (at < 0 || next === null) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length]!;
    choose(tab);
    tab.focus();
  });
  return (panel) => {
    const tab = tabs.find((candidate) => candidate.getAttribute("aria-controls") === panel);
    if (tab) choose(tab);
  };
}
