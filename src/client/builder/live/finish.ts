import { slugOf } from "../../../registry/model/slug.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, makeElement } from "../../elements.ts";
import { folderOf, type Draft } from "../draft.ts";
import type { DraftCheck } from "./check-draft.ts";
import { newFileAddress } from "./github.ts";
import type { BuilderPage } from "./builder-page.ts";

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
      if (github) showGithubLinks(github, `${content}/${folderOf(store.draft)}`, store.draft.text, isTaken);
    },
  };
}

/** Saves the folder of a draft as a zip. */
async function saveZip({ data, icon, text, folder: typedFolder }: Draft): Promise<void> {
  const folder = folderOf({ folder: typedFolder, data });
  const iconName = data["image_src"];
  const { makeZip } = await import("./zip.ts");
  const zip = makeZip({
    [`${folder}/workspace.json`]: text,
    ...(icon && typeof iconName === "string" && iconName !== ""
      ? { [`${folder}/${iconName.replaceAll("/", "_")}`]: icon.bytes }
      : {}),
  });
  const address = URL.createObjectURL(new Blob([zip], { type: "application/zip" }));
  makeElement("a", { href: address, download: `${slugOf(folder)}.zip` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Leads to GitHub's pages for a new file, or for the one that is there, and for uploads. */
function showGithubLinks(github: string, path: string, text: string, isTaken: boolean): void {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const filled = newFileAddress(github, `${path}/workspace.json`, text);
  byId<HTMLAnchorElement>("github-new").href = isTaken
    ? `${github}/edit/HEAD/${encoded}/workspace.json`
    : (filled ?? newFileAddress(github, `${path}/workspace.json`, "") ?? `${github}/new/HEAD`);
  byId("github-new-help").textContent = isTaken
    ? words.githubEdit
    : filled
      ? words.githubNew
      : words.githubLong;
  byId<HTMLAnchorElement>("github-upload").href = `${github}/upload/HEAD/${encoded}`;
}
