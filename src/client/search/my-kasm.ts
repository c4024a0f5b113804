import { suits } from "../../registry/model/kasm-versions.ts";
import type { Card } from "../../site/card.ts";
import { formatVersions } from "../../site/format.ts";
import { myKasm as words } from "../../strings/home-filters.ts";
import { byId, find, makeElement } from "../elements.ts";
import { recall, remember } from "../memory.ts";

/** The visitor's own server: what it does not list is greyed, said on the card, and counted. Remembered here and not in the address, which others open. */
export interface MyKasm {
  isChosen: () => boolean;
  /** Marks the cards of the list, which are the first of those that are found. */
  mark: (found: readonly Card[]) => void;
}

/** `showOnly` is told the versions of those cards that the server lists. */
export function bindMyKasm(change: () => void, showOnly: (versions: string[]) => void): MyKasm {
  const select = byId<HTMLSelectElement>("server");
  select.value = recall("my-kasm");
  // A version that is no longer offered is none.
  if (select.selectedIndex < 0) select.value = "";
  select.addEventListener("change", () => {
    remember("my-kasm", select.value);
    change();
  });

  return {
    isChosen: () => select.value !== "",
    mark(found) {
      const server = select.value;
      const isUnlisted = ({ kasm }: Card): boolean =>
        server !== "" && !kasm.some((version) => suits(server, version));
      [...byId("cards").children].forEach((element, place) => {
        const card = found[place];
        if (card) markCard(element, isUnlisted(card) ? words.unlisted(shortOf(server)) : "");
      });
      const unlisted = found.filter(isUnlisted).length;
      sayHowMany(found, unlisted, shortOf(server));
      if (unlisted > 0 && unlisted < found.length)
        byId("unlisted").append(
          " ",
          makeElement(
            "button",
            { type: "button", click: () => showOnly(versionsFor(server, found)) },
            words.showListed,
          ),
        );
    },
  };
}

function versionsFor(server: string, cards: readonly Card[]): string[] {
  return [...new Set(cards.flatMap(({ kasm }) => kasm))].filter((version) => suits(server, version));
}

const shortOf = (server: string): string => server.replace(/\.x$/, "");

function markCard(element: Element, text: string): void {
  element.classList.toggle("unlisted", text !== "");
  element.querySelector(".card-unlisted")?.remove();
  const link = find(element, ".card-name a");
  link.removeAttribute("aria-describedby");
  if (text === "") return;
  const id = `unlisted-${link.getAttribute("href")}`;
  element.append(makeElement("p", { class: "card-unlisted", id }, text));
  link.setAttribute("aria-describedby", id);
}

function sayHowMany(found: readonly Card[], unlisted: number, server: string): void {
  const line = byId("unlisted");
  const isAll = unlisted > 0 && unlisted === found.length;
  line.classList.toggle("all", isAll);
  line.textContent = isAll
    ? words.unlistedAll(unlisted, server, formatVersions(found.flatMap(({ kasm }) => kasm)))
    : unlisted > 0
      ? words.unlistedSome(unlisted, found.length, server)
      : "";
}
