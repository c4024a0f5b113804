import type { AccessLevel } from "../../site/search/access-level.ts";
import type { Results } from "../../site/search/find-cards.ts";
import { formatState, type SearchState, withFacet } from "../../site/search/search-state.ts";
import { strip as words } from "../../strings/home-filters.ts";
import { followInPage } from "./in-page-link.ts";

/** How many workspaces ask for how much: links that filter by it. */
export interface Strip {
  show: (state: SearchState) => void;
  showCounts: (counts: Results["counts"]) => void;
}

export function bindStrip(goTo: (state: SearchState) => void): Strip {
  const parts = [...document.querySelectorAll<HTMLAnchorElement>("#strip a")];
  let shown: SearchState;
  const levelOf = (part: HTMLElement): AccessLevel => part.dataset["level"] as AccessLevel;
  const isChosen = (part: HTMLElement): boolean => shown.facets.access.includes(levelOf(part));
  /** The search that a part leads to: its filter alone, or without it where it is chosen. */
  const target = (part: HTMLElement): SearchState =>
    withFacet(shown, "access", isChosen(part) ? [] : [levelOf(part)]);

  for (const part of parts) followInPage(part, () => goTo(target(part)));

  return {
    show(state) {
      shown = state;
      for (const part of parts) {
        part.href = formatState(target(part)) || location.pathname;
        part.ariaCurrent = isChosen(part) ? "true" : null;
      }
    },
    showCounts({ access }) {
      for (const part of parts) {
        const level = levelOf(part);
        const count = access.get(level) ?? 0;
        // Keeps the parts after it where they are.
        part.style.minInlineSize ||= `${part.getBoundingClientRect().width}px`;
        part.textContent =
          level === "usual" && shown.accept.length > 0 ? words.accepted(count) : words.parts[level](count);
        part.classList.toggle("empty", count === 0);
      }
    },
  };
}
