import type { Notify } from "../notice.ts";
import type { Store } from "../draft-store.ts";

/** The parts of the page that every live feature works with. */
export interface BuilderPage {
  form: HTMLFormElement;
  store: Store;
  notify: Notify;
  openTab: (panel: string) => void;
}
