import { isObject } from "../../registry/model/json.ts";
import { type Draft, type IconFile } from "./draft.ts";

/** Saves the draft in the browser for a reload. Browsers may refuse: nothing here throws. */

/** Most bytes of an icon that is saved: browsers give a site about 5 MB for everything. */
const maxIconBytes = 300_000;

interface SavedDrafts {
  version: 1;
  draft: unknown;
  previous: unknown;
}

type SavedDraft = Omit<Draft, "icon"> & {
  icon: { type: string; base64: string } | null;
  /** The name of schemaVersion in drafts that were saved by older builders. */
  shape?: unknown;
};

/** Writes both; false where the browser has no room or no permission. */
export function saveDraft(key: string, draft: Draft, previous: Draft | null): boolean {
  const attempts: SavedDrafts[] = [
    { version: 1, draft: pack(draft), previous: previous && pack(previous) },
    { version: 1, draft: pack(draft), previous: null },
  ];
  return attempts.some((saved) => {
    try {
      localStorage.setItem(key, JSON.stringify(saved));
      return true;
    } catch {
      return false;
    }
  });
}

/** Reads what was saved; nulls where nothing was, or nothing that can be used. */
export function restoreDraft(key: string): { draft: Draft | null; previous: Draft | null } {
  try {
    const saved = JSON.parse(localStorage.getItem(key) ?? "null") as SavedDrafts | null;
    if (saved?.version === 1) return { draft: unpack(saved.draft), previous: unpack(saved.previous) };
  } catch {
    // A draft of another version, or no storage at all.
  }
  return { draft: null, previous: null };
}

/** Remembers for a reload how far the page is scrolled. */
export function saveScroll(key: string): void {
  try {
    sessionStorage.setItem(key, String(scrollY));
  } catch {
    // The page begins at its top then.
  }
}

/** How far the page was scrolled before it was reloaded, in pixels; 0 where nobody knows. */
export function readScroll(key: string): number {
  try {
    return Number(sessionStorage.getItem(key));
  } catch {
    return 0;
  }
}

function pack({ icon, ...rest }: Draft): object {
  return {
    ...rest,
    icon:
      icon && icon.bytes.length <= maxIconBytes ? { type: icon.type, base64: toBase64(icon.bytes) } : null,
  };
}

function unpack(value: unknown): Draft | null {
  if (!isObject(value)) return null;
  const { shape, ...saved } = value as unknown as SavedDraft;
  const schemaVersion = saved.schemaVersion ?? shape;
  const isWhole =
    typeof saved.text === "string" &&
    isObject(saved.data) &&
    typeof saved.pending === "object" &&
    Array.isArray(saved.seen) &&
    (schemaVersion === "1.0" || schemaVersion === "1.1");
  if (!isWhole) return null;
  return { ...saved, schemaVersion, icon: saved.icon && fromBase64(saved.icon) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64({ type, base64 }: { type: string; base64: string }): IconFile {
  return { type, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
}
