import type * as en from "../en/home-filters.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const strip: Translation<typeof en.strip> = {
  label: "Workspaces nach dem, was sie verlangen",
  parts: {
    much: (number) => count(number, "verlangt viel mehr", "verlangen viel mehr"),
    more: (number) => count(number, "verlangt mehr", "verlangen mehr"),
    usual: (number) => `${count(number, "schaltet", "schalten")} nur den Seccomp-Filter ab (üblich)`,
    minor: (number) => count(number, "hat nur niedrige Befunde", "haben nur niedrige Befunde"),
    none: (number) => count(number, "hat keinen zusätzlichen Zugriff", "haben keinen zusätzlichen Zugriff"),
  },
  accepted: (number) => count(number, "verlangt nur Akzeptiertes", "verlangen nur Akzeptiertes"),
  names: {
    much: "Viel mehr Zugriff",
    more: "Mehr Zugriff",
    usual: "Kein Seccomp-Filter",
    minor: "Niedrige Befunde",
    none: "Kein zusätzlicher Zugriff",
  },
  accept: (finding) => `„${finding}“ hier akzeptieren`,
  linked: "Richtlinie aus dem Link",
};

export const myKasm: Translation<typeof en.myKasm> = {
  label: "Mein Kasm",
  any: "Beliebig",
  unlisted: (version) => `In Kasm ${version} nicht aufgeführt`,
  unlistedSome: (number, shown, version) =>
    `${number} von ${shown} ${number === 1 ? "ist" : "sind"} in Kasm ${version} nicht aufgeführt`,
  showListed: "Nur die anderen zeigen",
  unlistedAll: (number, version, versions) =>
    number === 1
      ? `Kasm ${version} führt diesen Workspace nicht auf; er ist für Kasm ${versions}.`
      : `Kasm ${version} führt keinen dieser ${number} Workspaces auf; sie sind für Kasm ${versions}.`,
};

export const sheet: Translation<typeof en.sheet> = {
  title: "Filter",
  close: "Schließen",
  show: (number) =>
    number === 0 ? "Kein Workspace passt" : `${count(number, "Workspace", "Workspaces")} zeigen`,
};
