import { slugOf } from "../../../registry/model/slug.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, makeElement } from "../../elements.ts";
import { folderOf, type Draft } from "../draft.ts";
import { textOf } from "../draft-values.ts";
import type { DraftCheck } from "./check-draft.ts";
import { newFileAddress } from "./github.ts";
import type { BuilderPage } from "./builder-page.ts";
import { readmeOf } from "./readme.ts";

/** The end of the way: a zip, and GitHub's pages with everything filled in. */
export function bindFinish(
  { form, store, notify }: BuilderPage,
  look: () => DraftCheck,
  showProblems: () => void,
): { show: (isTaken: boolean) => void } {
  const anyway = byId<HTMLButtonElement>("download-anyway");

  async function download(): Promise<void> {
    await saveZip(store.draft);
    anyway.hidden = true;
    notify(words.downloaded(folderOf(store.draft)));
  }

  function tryDownload(): void {
    store.showAll();
    const errors = look().remarks.filter(({ severity }) => severity === "error").length;
    anyway.hidden = errors === 0;
    if (errors === 0) return void download().catch(() => notify(words.notLoaded));
    notify(words.errorsFirst(errors));
    showProblems();
  }

  for (const button of document.querySelectorAll<HTMLElement>("[data-download]"))
    button.addEventListener("click", tryDownload);
  anyway.addEventListener("click", () => void download().catch(() => notify(words.notLoaded)));

  const { github, content = "" } = form.dataset;
  return {
    show(isTaken) {
      if (github) showGithubLinks(github, `${content}/${folderOf(store.draft)}`, store.draft, isTaken);
    },
  };
}

/** Saves the folder of a draft as a zip. */
async function saveZip(draft: Draft): Promise<void> {
  const { data, icon, text } = draft;
  const folder = folderOf(draft);
  const readme = readmeOf(draft);
  const iconName = iconNameOf({ data, icon });
  const { makeZip } = await import("./zip.ts");
  const zip = makeZip({
    [`${folder}/workspace.json`]: text,
    ...(readme === "" ? {} : { [`${folder}/README.md`]: readme }),
    ...(icon && iconName ? { [`${folder}/${iconName}`]: icon.bytes } : {}),
  });
  const address = URL.createObjectURL(new Blob([zip], { type: "application/zip" }));
  makeElement("a", { href: address, download: `${slugOf(folder)}.zip` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Leads to GitHub's pages for the icon, and for a new workspace.json or the one that is there. */
function showGithubLinks(github: string, path: string, draft: Draft, isTaken: boolean): void {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  showIconLink(github, path, draft);
  const filled = newFileAddress(github, `${path}/workspace.json`, draft.text);
  byId<HTMLAnchorElement>("github-new").href = isTaken
    ? `${github}/edit/HEAD/${encoded}/workspace.json`
    : (filled ?? newFileAddress(github, `${path}/workspace.json`, "") ?? `${github}/new/HEAD`);
  byId("github-new-help").textContent = isTaken
    ? words.githubEdit
    : filled
      ? words.githubNew
      : words.githubLong;
}

/** A drawing is text, which GitHub's editor takes like any other; pixels are uploaded. */
function showIconLink(github: string, path: string, draft: Draft): void {
  const { icon } = draft;
  const name = iconNameOf(draft);
  const drawing = icon?.type === "image/svg+xml" && name ? new TextDecoder().decode(icon.bytes) : null;
  const filled = drawing === null ? null : newFileAddress(github, `${path}/${name}`, drawing);
  const folder = path.split("/").map(encodeURIComponent).join("/");
  byId<HTMLAnchorElement>("github-icon").href = filled ?? `${github}/upload/HEAD/${folder}`;
  byId("github-icon-text").textContent = filled ? words.githubIconNew : words.githubIconUpload;
  byId("github-icon-help").textContent = !icon
    ? words.githubNoIcon
    : filled
      ? words.githubNew
      : drawing === null
        ? words.githubPixels
        : words.githubIconLong;
}

/** The file name of the icon; null where there is none. */
function iconNameOf({ data, icon }: Pick<Draft, "data" | "icon">): string | null {
  const name = textOf(data, "image_src");
  return icon && name !== "" ? name.replaceAll("/", "_") : null;
}
