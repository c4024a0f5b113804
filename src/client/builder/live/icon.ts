import { textOf } from "../draft-values.ts";
import { extensionOf } from "../../../icons/inspect/format.ts";
import { pathFault } from "../../../registry/check/rules/icon.ts";
import { drawMonogram } from "../../../edit/new/monogram.ts";
import { firstNames } from "../../../registry/model/text.ts";
import { slugOf } from "../../../registry/model/slug.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId } from "../../elements.ts";
import { folderOf, isBlank, withMember, type Draft, type IconFile } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";
import { makeIcon, type MadeIcon } from "./make-icon.ts";

/** The icon: by file picker, drop or paste; or drawn, where there is none. */
export function bindIcon({ store }: BuilderPage): void {
  const picker = byId<HTMLInputElement>("icon-file");
  const note = byId("icon-note");
  const removeButton = byId<HTMLButtonElement>("icon-remove");

  async function take(file: File): Promise<void> {
    note.textContent = words.iconReading;
    const made = await makeIcon(file);
    note.className = "problem" in made ? "b-remark error" : "b-help";
    if ("problem" in made) {
      note.textContent = made.problem;
      return;
    }
    put(made.icon, made.extension);
    note.textContent = describeIcon(file, made);
  }

  function put(icon: IconFile, extension: string): void {
    store.update(withMember(store.draft.data, "image_src", nameFor(store.draft, extension)), { icon });
  }

  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    // The same file can be chosen again after it was changed.
    picker.value = "";
    if (file) void take(file);
  });
  byId("icon-draw").addEventListener("click", () => {
    const drawing = drawMonogram(textOf(store.draft.data, "friendly_name") || "?");
    put({ bytes: new TextEncoder().encode(drawing), type: "image/svg+xml" }, "svg");
    note.className = "b-help";
    note.textContent = words.iconDrawn;
  });
  removeButton.addEventListener("click", () => {
    store.update(withMember(store.draft.data, "image_src", undefined), { icon: null });
    note.textContent = "";
    picker.focus();
  });
  store.listen((origin) => {
    removeButton.hidden = store.draft.icon === null;
    if (origin === "whole" && isBlank(store.draft)) note.textContent = "";
  });
  removeButton.hidden = store.draft.icon === null;
  bindDropAndPaste(byId("icon-field"), (file) => void take(file));
}

/** The result for a file: its pixels before, where they changed, its pixels now, its size, and what is left out of it. */
function describeIcon(
  file: File,
  { icon, width, height, before }: Extract<MadeIcon, { icon: IconFile }>,
): string {
  const isResized = before.width !== null && (before.width !== width || before.height !== height);
  return words.iconTaken(
    file.name,
    isResized ? `${Math.round(before.width ?? 0)} × ${Math.round(before.height ?? 0)}` : "",
    `${width} × ${height}`,
    Math.max(1, Math.round(icon.bytes.length / 1000)),
    before.lost ? firstNames(before.lost) : "",
  );
}

/** Takes a picture that is dropped on the field, or pasted anywhere on the page. */
function bindDropAndPaste(field: HTMLElement, take: (file: File) => void): void {
  // A picture dropped beside the field must not make the browser leave the page.
  for (const event of ["dragover", "drop"] as const) {
    addEventListener(event, (dropped) => {
      const file = [...(dropped.dataTransfer?.items ?? [])].some(({ kind }) => kind === "file");
      if (file) dropped.preventDefault();
    });
  }
  field.addEventListener("dragover", () => field.classList.add("over"));
  for (const event of ["dragleave", "drop"] as const)
    field.addEventListener(event, () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
  addEventListener("paste", (event) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
    // Office programs put a picture beside every copied text.
    if (!file || event.clipboardData?.types.includes("text/plain")) return;
    event.preventDefault();
    take(file);
  });
}

/** The file name so far where it fits the picture, else one made of the folder. */
function nameFor(draft: Draft, extension: string): string {
  const now = draft.data["image_src"];
  return typeof now === "string" && pathFault(now) === null && extensionOf(now) === extension
    ? now
    : `${slugOf(folderOf(draft))}.${extension}`;
}
