import { readImageLock, type ImageLock } from "../../../registry/model/image-lock.ts";
import { slugOf } from "../../../registry/model/slug.ts";
import type { Card } from "../../../site/card.ts";
import { decodeCards } from "../../../site/card-index.ts";
import * as links from "../../../site/links.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId } from "../../elements.ts";
import { folderOf } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";
import { checkDraft, folderOfAnother, type DraftCheck } from "./check-draft.ts";
import { bindFinish } from "./finish.ts";
import { bindIcon } from "./icon.ts";
import { openWorkspace } from "./open-workspace.ts";
import { bindLaunchForm } from "./launch-form.ts";
import { bindPaste } from "./paste.ts";
import { bindReadme } from "./readme.ts";
import { bindRecipes } from "./recipes.ts";
import { makePreview } from "./preview.ts";
import { makeSchedule } from "./schedule.ts";
import { bindCheckPanel } from "./check-panel.ts";

export interface Live {
  openWorkspace: (slug: string) => Promise<void>;
}

/** Everything that checks, previews, reads and packs. Looks at the draft a moment after each change. */
export function startLive(page: BuilderPage): Live {
  const { store } = page;
  const checkPanel = bindCheckPanel(page);
  const preview = makePreview();
  let neighbours: Card[] = [];
  let images: ImageLock | null = null;
  let check: DraftCheck;

  function refresh(): void {
    check = checkDraft(store.draft, neighbours, images);
    checkPanel.show(check);
    preview(store.draft, check);
    const isTaken = neighbours.some(({ slug }) => slug === slugOf(folderOf(store.draft)));
    const isSaid = check.remarks.some(({ code }) => code === folderOfAnother);
    byId("folder-note").textContent = isTaken && !isSaid ? words.folderTaken(folderOf(store.draft)) : "";
    finish.show(isTaken);
  }
  const schedule = makeSchedule(refresh);
  store.listen((origin) => schedule(origin === "seen" ? 0 : 120));

  const finish = bindFinish(
    page,
    () => {
      refresh();
      return check;
    },
    checkPanel.open,
  );
  bindIcon(page);
  bindPaste(page, () => images);
  bindRecipes(page);
  bindLaunchForm(page);
  bindReadme(page);
  refresh();
  void load(links.cardIndex).then((text) => {
    neighbours = text ? decodeCards(JSON.parse(text)) : [];
    refresh();
  });
  if (byId("builder").dataset["images"] !== undefined)
    void load(links.imageLock).then((text) => {
      images = text ? readImageLock(text) : null;
      refresh();
    });
  void warmUp();
  return { openWorkspace: (slug) => openWorkspace(slug, page) };
}

/** Loads now what is used later, so that the page goes on without a network. */
async function warmUp(): Promise<void> {
  await Promise.allSettled([
    import("./zip.ts"),
    import("../../../docker/index.ts"),
    import("../../../docker/compose/from-compose.ts"),
  ]);
}

/** Text of what the registry knows already; null without a network: nothing depends on it. */
async function load(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
