import { isObject, type JsonObject, type JsonValue } from "../../../registry/model/json.ts";
import type { Conversion } from "../../../docker/index.ts";
import type { ImageLock } from "../../../registry/model/image-lock.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, makeElement } from "../../elements.ts";
import { textOf } from "../draft-values.ts";
import { blankDraft, draftOf, isBlank } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";
import { mergePaste, missingKeys } from "./paste-merge.ts";
import { showConversion, showOutcome } from "./paste-outcome.ts";

/** A pasted JSON with one of these keys is a workspace and no compose file. */
const workspaceKeys = [
  "friendly_name",
  "image_src",
  "compatibility",
  "uncompressed_size_mb",
  "run_config",
  "architecture",
];

/** The field for pasting: a docker command, a compose service or a workspace.json. `images` is what the registry knows about images. */
export function bindPaste(page: BuilderPage, images: () => ImageLock | null): void {
  const { store, notify } = page;
  const area = byId<HTMLTextAreaElement>("paste-text");
  const services = byId<HTMLSelectElement>("paste-service");
  // Text may have been put in before this part was there.
  if (area.value !== "" && store.draft.paste === "") store.set({ paste: area.value });
  else area.value = store.draft.paste;
  area.addEventListener("input", () => {
    services.hidden = true;
    store.set({ paste: area.value });
  });
  store.listen((origin) => {
    if (origin !== "whole") return;
    if (area.value !== store.draft.paste) area.value = store.draft.paste;
    if (isBlank(store.draft)) clear();
  });
  byId("paste-read").addEventListener("click", () => void read());
  services.addEventListener("change", () => void read(services.value));

  function clear(): void {
    services.hidden = true;
    showOutcome([]);
  }

  async function read(service?: string): Promise<void> {
    const text = area.value;
    if (text.trim() === "") return showOutcome([words.pasteEmpty], true);
    const json = asWorkspace(text);
    if (json) return takeJson(page, json, text);
    if (/^\s*\{/.test(text) && workspaceKeys.some((key) => text.includes(`"${key}"`)))
      return takeBroken(page, text);
    const { convertDocker, imageDefaults, madeForKasm } = await import("../../../docker/index.ts");
    const conversion = await convertDocker(text, service);
    if (!conversion.ok) return refuse(conversion, services);
    const { notMapped, notes } = conversion;
    const image = textOf(conversion.workspace, "name");
    const { data, pasted, taken } = mergePaste(store.draft, conversion, imageDefaults(image, images()));
    store.replace(draftOf(data, store.keys, { ...store.draft, pasted, pending: {} }));
    // Fields that the command set show their problems; fields never given are still only left to do.
    for (const key of [...Object.keys(conversion.workspace), ...taken.map(({ key }) => key)])
      store.see(`/${key}`);
    const answer = madeForKasm(image, images(), conversion);
    const missing = missingKeys(store.draft);
    showConversion({ answer, taken: taken.map(({ said }) => said), missing, notes, notMapped });
    notify(words.pasteRead, true);
  }
}

function takeJson({ store, notify }: BuilderPage, data: JsonObject, paste: string): void {
  const { sha: _, flags: __, ...authored } = data;
  store.replace(draftOf(authored, store.keys, { showAll: true, paste }));
  showOutcome([words.pasteJson]);
  notify(words.pasteRead, true);
}

/** Opens JSON with a syntax error in the pane where it can be edited. */
function takeBroken({ store, openTab }: BuilderPage, text: string): void {
  store.replace({ ...blankDraft(store.keys), paste: text, text, broken: true });
  openTab("json");
  showOutcome([words.pasteBroken], true);
  byId("json-text").focus();
}

/** Says why a text was not read; where it holds several services, they are offered for a choice. */
function refuse(
  { message, line, services: names }: Extract<Conversion, { ok: false }>,
  services: HTMLSelectElement,
): void {
  services.hidden = names.length === 0;
  services.replaceChildren(
    makeElement("option", { value: "" }, words.pasteService),
    ...names.map((name) => makeElement("option", { value: name }, name)),
  );
  showOutcome([names.length > 0 ? message : words.line(line, message)], names.length === 0);
  if (names.length > 0) services.focus();
}

function asWorkspace(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) && workspaceKeys.some((key) => Object.hasOwn(value, key)) ? value : null;
  } catch {
    return null;
  }
}
