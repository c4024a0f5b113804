import type { JsonValue } from "../../registry/model/json.ts";
import type { Store } from "./draft-store.ts";

/** Ties a field of the form to its key. Returns a function that shows the value of the key in it. */
export type BindField = (
  element: HTMLElement,
  key: string,
  store: Store,
) => (value: JsonValue | undefined) => void;
