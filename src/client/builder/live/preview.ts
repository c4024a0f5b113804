import { compareVersions, parseVersion } from "../../../registry/model/kasm-versions.ts";
import { highestSeverity } from "../../../review/severity.ts";
import { slugOf } from "../../../registry/model/slug.ts";
import type { Card } from "../../../site/card.ts";
import { releasesOf } from "../../../site/facts.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { drawCard } from "../../search/render-card.ts";
import { byId, h } from "../elements.ts";
import { folderOf, type Draft, type IconFile } from "../draft.ts";
import { textOf, textsOf } from "../draft-values.ts";
import type { Examined } from "./examine.ts";

/** The card of the draft, drawn by the same function as the cards of the store-front. */
export function makePreview(): (draft: Draft, examined: Examined) => void {
  const holder = byId("preview-card");
  const template = byId<HTMLTemplateElement>("card");
  const address = makeAddress();
  return (draft, examined) => {
    const focused = holder.querySelector(".tip button") === document.activeElement;
    const card = cardOf(draft, examined);
    const item = drawCard(template, card, document.documentElement.lang);
    // The name leads nowhere yet: text, and no link that search engines would miss an address in.
    const name = item.querySelector(".card-name a")!;
    name.removeAttribute("href");
    name.role = "none";
    // What is not known yet is left out, where a published card always has it.
    for (const [part, isKnown] of [
      [".card-kasm", card.kasm.length > 0],
      [".card-size", card.size > 0],
    ] as const)
      item.querySelector<HTMLElement>(part)!.hidden = !isKnown;
    const icon = address(draft.icon);
    if (icon)
      item
        .querySelector(".monogram")
        ?.replaceWith(h("img", { class: "card-icon", src: icon, width: "56", height: "56", alt: "" }));
    holder.replaceChildren(item);
    if (focused) item.querySelector<HTMLElement>(".tip button")?.focus();
    showIcon(icon);
  };
}

function showIcon(address: string | null): void {
  const holder = byId("icon-picture");
  const image = holder.querySelector("img");
  if ((image?.getAttribute("src") ?? null) === address) return;
  holder.replaceChildren(
    ...(address ? [h("img", { src: address, width: "96", height: "96", alt: words.iconAlt })] : []),
  );
}

/** An address of the picture for this page alone; the one before is given up. */
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

function cardOf({ data, folder }: Draft, { flags, findings }: Examined): Card {
  const releases = releasesOf({ data });
  return {
    slug: slugOf(folderOf({ folder, data })),
    name: textOf(data, "friendly_name") || words.unnamed,
    description: textOf(data, "description"),
    images: [],
    categories: textsOf(data, "categories"),
    kasm: [...new Set(releases.map(({ version }) => version))]
      .filter((version) => parseVersion(version))
      .sort(compareVersions),
    architectures: textsOf(data, "architecture"),
    size: Math.max(0, ...releases.map(({ size }) => size)),
    flags: flags.map(({ property, flag }) => [property, flag] as const),
    severity: highestSeverity(findings),
    findings: [],
    created: 0,
    modified: 0,
    icon: "",
  };
}
