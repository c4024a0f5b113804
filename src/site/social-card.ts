import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import { home } from "../strings/site.ts";
import { deriveAccents } from "./accent.ts";
import { cardGroupsOf } from "./card-groups.ts";
import { readChecked } from "./checked-file.ts";
import { drawIcon } from "./draw-icon.ts";
import { formatVersions } from "./format.ts";
import { drawPicture, drawPictures } from "./pictures.ts";

/** Pixels of the two kinds of pictures on the card, and how many of the second are in its row. */
const brandSide = 140;
const iconSide = 96;
const mostIcons = 9;

/** The picture that a shared link to the registry shows: its icon, name and description, and a row of its workspaces. PNG. */
export async function makeSocialCard(registry: Registry, brand: Buffer | null): Promise<Uint8Array> {
  const { identity, workspaces } = registry;
  const { cards, versions } = cardGroupsOf(registry);
  const facts = [
    home.facts.workspaces(cards.length),
    versions.length > 0 ? home.facts.kasm(formatVersions(versions.map(({ name }) => name))) : "",
    new URL(identity.url).host,
  ]
    .filter(Boolean)
    .join("  ·  ");
  const icons = await Promise.all(pick(workspaces, mostIcons).map(smallIcon));
  return drawPicture({
    kind: "card",
    card: {
      name: identity.name,
      description: identity.description,
      facts,
      accent: identity.accent ? deriveAccents(identity.accent).light.accent : "#0f6b75",
      brand: await drawIcon(brand, identity.name, brandSide),
      icons: icons.filter((icon) => icon !== null),
    },
  });
}

/** null where the icon cannot be drawn. */
async function smallIcon({ icon: { file } }: FlaggedWorkspace): Promise<Uint8Array | null> {
  const bytes = readChecked(file);
  try {
    const [, picture] = await drawPictures({
      kind: "icon",
      icon: bytes,
      // Check refuses an icon that is no picture.
      image: file.image!,
      mode: "original",
      side: iconSide,
    });
    return picture ?? null;
  } catch {
    return null;
  }
}

/** Some of them, spread evenly over all. */
function pick<T>(items: readonly T[], maxCount: number): T[] {
  if (items.length <= maxCount) return [...items];
  const places = Array.from({ length: maxCount }, (_, number) =>
    Math.floor((number * items.length) / maxCount),
  );
  return places.flatMap((place) => items.slice(place, place + 1));
}
