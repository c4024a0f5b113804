import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { isBlank, schemaVersionOf, withMember, writeWorkspace, type Draft, type KeyOrder } from "./draft.ts";

/** Who changed the draft, so that nobody overwrites the field that somebody is typing in. */
export type Origin = "form" | "rewrite" | "json" | "whole" | "seen";

/** The one place that holds the draft. Everything else listens. */
export class Store {
  draft: Draft;
  /** The last draft with something in it that was replaced as a whole; kept over reloads. */
  previous: Draft | null;
  /** The draft before the last replacement, for taking it back. */
  #before: Draft | null = null;
  readonly keys: KeyOrder;
  readonly #listeners: ((origin: Origin) => void)[] = [];

  constructor(draft: Draft, previous: Draft | null, keys: KeyOrder) {
    this.draft = draft;
    this.previous = previous;
    this.keys = keys;
  }

  listen(listener: (origin: Origin) => void): void {
    this.#listeners.push(listener);
  }

  /** A key of the workspace was typed in the form; undefined takes it out. A JSON text that cannot be read is replaced. */
  setKey(key: string, value: JsonValue | undefined): void {
    const { draft } = this;
    const { broken } = draft;
    if (broken) this.#before = this.previous = { ...draft };
    draft.data = withMember(draft.data, key, value);
    draft.text = writeWorkspace(draft.data, draft.schemaVersion, this.keys);
    draft.broken = false;
    this.#tell(broken ? "rewrite" : "form");
  }

  /** The JSON was typed. The form follows as soon as it can be read. */
  setText(text: string): void {
    const { draft } = this;
    draft.text = text;
    const data = readObject(text);
    draft.broken = data === null;
    if (data) {
      draft.data = data;
      draft.schemaVersion = schemaVersionOf(data, draft.schemaVersion);
      draft.pending = {};
    }
    this.#tell("json");
  }

  /** Something beside the workspace.json: the folder, the icon, a text that is no JSON yet. */
  set(change: Partial<Draft>): void {
    Object.assign(this.draft, change);
    this.#tell("form");
  }

  /** A text of the form's JSON fields that cannot be read yet; undefined where it can. */
  setPending(pointer: string, text: string | undefined): void {
    const { [pointer]: before, ...rest } = this.draft.pending;
    if (before !== text) this.set({ pending: text === undefined ? rest : { ...rest, [pointer]: text } });
  }

  /** The program, not a person at a field, changed something: every field shows it. */
  update(data: JsonObject, change: Partial<Draft> = {}): void {
    const { draft } = this;
    Object.assign(draft, change);
    draft.data = data;
    draft.schemaVersion = schemaVersionOf(data, draft.schemaVersion);
    draft.text = writeWorkspace(data, draft.schemaVersion, this.keys);
    draft.broken = false;
    this.#tell("whole");
  }

  /** A field was visited: from now on its problems show. */
  see(pointer: string): void {
    if (this.draft.seen.includes(pointer)) return;
    this.draft.seen.push(pointer);
    this.#tell("seen");
  }

  showAll(): void {
    this.draft.showAll = true;
    this.#tell("seen");
  }

  get canUndo(): boolean {
    return this.#before !== null;
  }

  /** Puts another draft in place; the old one can be brought back. */
  replace(draft: Draft): void {
    const old = this.draft;
    this.#before = old;
    if (!isBlank(old)) this.previous = old;
    else if (draft === this.previous) this.previous = null;
    this.draft = draft;
    this.#tell("whole");
  }

  /** Takes the last replacement back. */
  undo(): void {
    if (this.#before) this.replace(this.#before);
  }

  bringBack(): void {
    if (this.previous) this.replace(this.previous);
  }

  #tell(origin: Origin): void {
    for (const listener of this.#listeners) listener(origin);
  }
}

function readObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
