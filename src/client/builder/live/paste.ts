import { isObject, type JsonObject, type JsonValue } from "../../../registry/model/json.ts";
import type { Conversion, ImageDefault } from "../../../docker/index.ts";
import type { ImageLock } from "../../../registry/model/image-lock.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, makeElement } from "../../elements.ts";
import { textOf } from "../draft-values.ts";
import { entriesOf, keysOf10 } from "../../../registry/model/releases.ts";
import { blankDraft, draftOf, isBlank, withMember, type Draft } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";
import { showConversion, showOutcome, type PasteGap } from "./paste-outcome.ts";

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
    const { title, notMapped, notes } = conversion;
    const image = textOf(conversion.workspace, "name");
    const before = withoutPasted(store.draft);
    const taken = imageDefaults(image, images()).filter(({ key }) =>
      isOpen(before, conversion.workspace, key),
    );
    const workspace = { ...conversion.workspace, ...valuesOf(taken) };
    const data = merge(before, workspace, title);
    const pasted = Object.fromEntries(Object.entries(data).filter(([key, value]) => before[key] !== value));
    store.replace(draftOf(data, store.keys, { ...store.draft, pasted, pending: {} }));
    // Fields that the command set show their problems; fields never given are still only left to do.
    for (const key of Object.keys(workspace)) store.see(`/${key}`);
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

/** The draft's data without what the last command put in and nobody changed since. */
function withoutPasted({ data, pasted = {} }: Draft): JsonObject {
  const isPasted = ([key, value]: [string, JsonValue]): boolean =>
    // Of schema 1.1's compatibility, the command gave the images alone, and the next one gives others.
    !(key === "compatibility" && hasEntries(data)) &&
    Object.hasOwn(pasted, key) &&
    JSON.stringify(pasted[key]) === JSON.stringify(value);
  return Object.fromEntries(Object.entries(data).filter((entry) => !isPasted(entry)));
}

/** Whether schema 1.1's entries are there. */
const hasEntries = (data: JsonObject): boolean => entriesOf(data).length > 0;

/** Whether neither the draft nor the command says anything about this key, so that the image may. */
function isOpen(before: JsonObject, command: JsonObject, key: ImageDefault["key"]): boolean {
  if (key === "uncompressed_size_mb" && hasEntries(before))
    return entriesOf(before).every(({ entry }) => entry[key] === undefined);
  return before[key] === undefined && command[key] === undefined;
}

const valuesOf = (defaults: readonly ImageDefault[]): JsonObject =>
  Object.fromEntries(defaults.map(({ key, value }) => [key, value]));

/** Puts the command's values over those of the draft. In schema 1.1 its image and size are those of every version. */
function merge(before: JsonObject, workspace: JsonObject, friendlyName: string): JsonObject {
  let data =
    friendlyName && !before["friendly_name"] ? withMember(before, "friendly_name", friendlyName) : before;
  const isOfEntry = (key: string): boolean => keysOf10.has(key) && hasEntries(before);
  const entries = Object.entries(workspace);
  for (const [key, value] of entries) if (!isOfEntry(key)) data = withMember(data, key, value);
  const inEntries = entries.flatMap(([key, value]) => (isOfEntry(key) ? [[keysOf10.get(key), value]] : []));
  if (inEntries.length === 0) return data;
  const versions = (data["compatibility"] as JsonValue[]).map((entry) =>
    isObject(entry) ? { ...entry, ...(Object.fromEntries(inEntries) as JsonObject) } : entry,
  );
  return withMember(data, "compatibility", versions);
}

/** What is left to fill in of what a registry needs and no command says. */
function missingKeys({ data, icon }: Draft): PasteGap[] {
  const hasSize =
    data["uncompressed_size_mb"] !== undefined ||
    (hasEntries(data) && entriesOf(data).every(({ entry }) => entry["uncompressed_size_mb"] !== undefined));
  const gaps: Record<PasteGap, boolean> = {
    description: data["description"] === undefined,
    icon: icon === null,
    versions: data["compatibility"] === undefined,
    size: !hasSize,
    architectures: data["architecture"] === undefined,
  };
  return (Object.keys(gaps) as PasteGap[]).filter((key) => gaps[key]);
}
