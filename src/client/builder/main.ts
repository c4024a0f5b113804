import { home } from "../../site/links.ts";
import { builder as words } from "../../strings/builder.ts";
import { byId, dataOf } from "../elements.ts";
import { blankDraft, draftOf, folderOf, isBlank, type KeyOrder } from "./draft.ts";
import { convertDraft } from "./convert-draft.ts";
import { bindFields } from "./fields.ts";
import { bindJsonPane } from "./json-pane.ts";
import { saveDraft, saveScroll, readScroll, restoreDraft } from "./saved-draft.ts";
import { bindNotice } from "./notice.ts";
import { Store, type Origin } from "./draft-store.ts";
import { bindTabs } from "./tabs.ts";
import type { Live } from "./live/start.ts";

/**
 * The builder. Here: the form, the JSON, and the draft that both show. Checking, the preview, reading docker commands, pictures and
 * the zip come in parts of their own, loaded when the page is idle or first used, and then work without a network.
 */
const form = byId<HTMLFormElement>("builder");
const storageKey = `workspace-builder ${home}`;
const keys: KeyOrder = {
  "1.0": dataOf(form, "keys10").split(" "),
  "1.1": dataOf(form, "keys11").split(" "),
};

const saved = restoreDraft(storageKey);
const store = new Store(saved.draft ?? blankDraft(keys), saved.previous, keys);
const notify = bindNotice(store);
const showFields = bindFields(form, store);
const showJson = bindJsonPane(store);
const openTab = bindTabs(byId("panes"));

const folder = byId<HTMLInputElement>("folder");
const bringBack = byId<HTMLButtonElement>("bring-back");
const radios = [...form.querySelectorAll<HTMLInputElement>("input[name=schema-version]")];

function show(origin: Origin): void {
  const { draft } = store;
  if (origin !== "json") showJson();
  if (origin === "json" || origin === "whole") showFields();
  for (const radio of radios) radio.checked = radio.value === draft.schemaVersion;
  if (folder.value !== draft.folder && document.activeElement !== folder) folder.value = draft.folder;
  folder.placeholder = folderOf(draft);
  bringBack.hidden = store.previous === null;
  if (origin === "rewrite") notify(words.rewritten, true);
}

folder.addEventListener("input", () => store.set({ folder: folder.value }));
for (const radio of radios) {
  radio.addEventListener("change", () => {
    const { data, isLossy } = convertDraft(store.draft.data, radio.value as "1.0" | "1.1");
    const schemaVersion = radio.value as "1.0" | "1.1";
    // Only what loses something is worth going back to.
    if (isLossy) store.replace(draftOf(data, keys, { ...store.draft, schemaVersion }));
    else store.update(data, { schemaVersion });
    notify(isLossy ? words.lostByConverting : words.converted(radio.value), isLossy);
  });
}
byId("start-over").addEventListener("click", () => {
  const wasBlank = isBlank(store.draft);
  // Choices that were not added yet are no part of the draft.
  form.reset();
  store.replace(blankDraft(keys));
  if (wasBlank) notify(words.nothingToClear);
  else notify(words.cleared, true);
});
bringBack.addEventListener("click", () => {
  store.bringBack();
  notify(words.broughtBack, true);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("focusout", (event) => {
  for (
    let field = (event.target as Element).closest<HTMLElement>("[data-pointer]");
    field;
    field = field.parentElement?.closest<HTMLElement>("[data-pointer]") ?? null
  ) {
    if (!field.contains(event.relatedTarget as Node | null)) store.see(dataOf(field, "pointer"));
  }
});

// The draft is saved shortly after the last key, and at once when the page goes.
let timer = 0;
let isSaved = true;
const save = (): void => {
  clearTimeout(timer);
  const worked = saveDraft(storageKey, store.draft, store.previous);
  if (!worked && isSaved) notify(words.notKept);
  isSaved = worked;
};
store.listen((origin) => {
  show(origin);
  clearTimeout(timer);
  timer = window.setTimeout(save, 300);
});
addEventListener("pagehide", save);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());

/** The parts that come later, loaded together so that the page goes on without a network. */
let live: Promise<Live> | undefined;
let isLive = false;
function load(): Promise<Live> {
  live ??= import("./live/start.ts").then(({ startLive }) => {
    const started = startLive({ form, store, notify, openTab });
    isLive = true;
    return started;
  });
  live.catch(() => {
    live = undefined;
    notify(words.notLoaded);
  });
  return live;
}
for (const event of ["pointerdown", "focusin", "keydown", "dragenter", "paste"])
  addEventListener(event, () => void load(), { once: true, passive: true });
// Clicks and choices made before the parts that answer them are loaded are answered then.
const answered = {
  click: "#paste-read, #icon-draw, [data-recipe], [data-download]",
  change: "#icon-file",
} as const;
for (const [type, parts] of Object.entries(answered)) {
  addEventListener(type, ({ target }) => {
    const part = isLive ? null : (target as Element).closest<HTMLElement>(parts);
    if (part)
      void load().then(
        () => (type === "click" ? part.click() : part.dispatchEvent(new Event(type))),
        () => undefined,
      );
  });
}
const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 1500));
whenIdle(() => void load(), { timeout: 4000 });

show("whole");
const from = new URLSearchParams(location.search).get("from");
const isRestored = from === null && saved.draft !== null && !isBlank(saved.draft);
if (from !== null) void load().then(({ openWorkspace }) => openWorkspace(from));
if (isRestored) notify(words.restored);

// A restored draft is shown with its problems, at the place where it was left: nothing moves while somebody looks. The browser itself
// would scroll before the form has its height.
const scrollKey = `${storageKey} place`;
history.scrollRestoration = "manual";
addEventListener("pagehide", () => saveScroll(scrollKey));
const reveal = (): void => {
  if ("ready" in form.dataset) return;
  form.dataset["ready"] = "";
  const isReload = performance
    .getEntriesByType("navigation")
    .some((entry) => (entry as PerformanceNavigationTiming).type !== "navigate");
  if (isReload) scrollTo(0, readScroll(scrollKey));
};
if (isRestored)
  void Promise.race([load(), new Promise((resolve) => setTimeout(resolve, 1000))]).then(reveal, reveal);
else reveal();
