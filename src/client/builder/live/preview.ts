import { parseVersion } from "../../../registry/model/kasm-versions.ts";
import { slugOf } from "../../../registry/model/slug.ts";
import { cardTexts, type CardTexts } from "../../../site/card-texts.ts";
import { releasesOf } from "../../../site/facts.ts";
import { makeCard } from "../../../site/make-card.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { renderCard } from "../../search/render-card.ts";
import { byId, find, makeElement } from "../../elements.ts";
import { folderOf, type Draft, type IconFile } from "../draft.ts";
import { textOf, textsOf } from "../draft-values.ts";
import type { DraftCheck } from "./check-draft.ts";

/** The card of the draft, rendered by the same function as the cards of the store-front. */
export function makePreview(): (draft: Draft, check: DraftCheck) => void {
  const holder = byId("preview-card");
  const template = byId<HTMLTemplateElement>("card");
  const address = makeAddress();
  return (draft, check) => {
    const hadFocus = holder.querySelector(".tip button") === document.activeElement;
    const icon = address(draft.icon);
    const card = renderCard(template, cardTextsOf(draft, check, icon));
    // The name leads nowhere yet: text, and no link that search engines would miss an address in.
    const name = find(card, ".card-name a");
    name.removeAttribute("href");
    name.role = "none";
    holder.replaceChildren(card);
    if (hadFocus) card.querySelector<HTMLElement>(".tip button")?.focus();
    showIcon(icon);
  };
}

function cardTextsOf(draft: Draft, { flags, findings }: DraftCheck, icon: string | null): CardTexts {
  const { data } = draft;
  const card = makeCard({
    data,
    slug: slugOf(folderOf(draft)),
    name: textOf(data, "friendly_name") || words.unnamed,
    description: textOf(data, "description"),
    categories: textsOf(data, "categories"),
    architectures: textsOf(data, "architecture"),
    releases: releasesOf({ data }).filter(({ version }) => parseVersion(version)),
    flags,
    findings,
    created: 0,
    modified: 0,
    icon: "",
  });
  const texts = cardTexts(card, document.documentElement.lang);
  return icon ? { ...texts, icon, letter: "" } : texts;
}

function showIcon(address: string | null): void {
  const holder = byId("icon-picture");
  const image = holder.querySelector("img");
  if ((image?.getAttribute("src") ?? null) === address) return;
  holder.replaceChildren(
    ...(address ? [makeElement("img", { src: address, width: "96", height: "96", alt: words.iconAlt })] : []),
  );
}

/** Makes an address of the picture for this page alone, and gives up the one before. */
function makeAddress(): (icon: IconFile | null) => string | null {
  let shown: IconFile | null = null;
  let address: string | null = null;
  return (icon) => {
    if (icon === shown) return address;
    if (address) URL.revokeObjectURL(address);
    shown = icon;
    address = icon && URL.createObjectURL(new Blob([icon.bytes], { type: icon.type }));
    return address;
  };
}
