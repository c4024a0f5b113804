import { byId } from "../elements.ts";

/** Tabs as the ARIA practices describe them: one in the tab order, arrows move between them. */
export function bindTabs(tablist: HTMLElement): (panel: string) => void {
  const tabs = [...tablist.querySelectorAll<HTMLButtonElement>("[role=tab]")];
  const panelOf = (tab: HTMLElement): HTMLElement => byId(tab.getAttribute("aria-controls") ?? "");

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
    const step = getComputedStyle(tablist).direction === "rtl" ? -1 : 1;
    const places: Record<string, number> = {
      ArrowRight: at + step,
      ArrowLeft: at - step,
      Home: 0,
      End: -1,
    };
    const place = places[event.key];
    const tab = at < 0 || place === undefined ? undefined : tabs.at(place % tabs.length);
    if (!tab) return;
    event.preventDefault();
    choose(tab);
    tab.focus();
  });
  return (panel) => {
    const tab = tabs.find((candidate) => candidate.getAttribute("aria-controls") === panel);
    if (tab) choose(tab);
  };
}
