import { isObject } from "../../registry/model/json.ts";
import { type Draft, type IconFile } from "./draft.ts";

/** Keeps the draft in the browser, so that nothing typed is lost on reload. Browsers may refuse: nothing here throws. */

/** Bytes of an icon that is kept at most: browsers give a site about 5 MB for everything. */
const largestIcon = 300_000;

interface Kept {
  version: 1;
  draft: unknown;
  previous: unknown;
}

/** Writes both; false where the browser has no room or no permission. */
export function keepDraft(key: string, draft: Draft, previous: Draft | null): boolean {
  const attempts: Kept[] = [
    { version: 1, draft: pack(draft), previous: previous && pack(previous) },
    { version: 1, draft: pack(draft), previous: null },
  ];
  return attempts.some((kept) => {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  });
}

/** What was kept; nulls where there is nothing, or nothing that can be used. */
export function restoreDraft(key: string): { draft: Draft | null; previous: Draft | null } {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    if (kept?.version === 1) return { draft: unpack(kept.draft), previous: unpack(kept.previous) };
  } catch {
    // A draft of another version, or no storage at all.
  }
  return { draft: null, previous: null };
}

/** Remembers for a reload how far the page is scrolled. */
export function keepPlace(key: string): void {
  try {
    sessionStorage.setItem(key, String(scrollY));
  } catch {
    // The page begins at its top then.
  }
}

/** How far the page was scrolled before it was reloaded, in pixels; 0 where nobody knows. */
export function readPlace(key: string): number {
  try {
    return Number(sessionStorage.getItem(key));
  } catch {
    return 0;
  }
}

function pack({ icon, ...rest }: Draft): object {
  return {
    ...rest,
    icon: icon && icon.bytes.length <= largestIcon ? { type: icon.type, base64: toBase64(icon.bytes) } : null,
  };
}

function unpack(value: unknown): Draft | null {
  const kept = value as (Omit<Draft, "icon"> & { icon: { type: string; base64: string } | null }) | null;
  const isWhole =
    kept !== null &&
    typeof kept === "object" &&
    typeof kept.text === "string" &&
    isObject(kept.data) &&
    typeof kept.pending === "object" &&
    Array.isArray(kept.seen) &&
    ["1.0", "1.1"].includes(kept.shape);
  if (!isWhole) return null;
  return { ...kept, icon: kept.icon && fromBase64(kept.icon) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64({ type, base64 }: { type: string; base64: string }): IconFile {
  return { type, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
}
