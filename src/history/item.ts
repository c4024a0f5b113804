import type { Severity } from "../registry/model/types.ts";

/** The kinds of items, in the order in which a change lists them. */
export type ItemType =
  | "unreadable"
  | "gained"
  | "lost"
  | "flagged"
  | "unflagged"
  | "image"
  | "rebuilt"
  | "versions"
  | "architectures"
  | "size"
  | "setting"
  | "text"
  | "icon"
  | "readme"
  | "deprecated"
  | "undeprecated"
  | "more";

/** In place of a value that may hold a secret. */
export const hidden = "…";

/** One difference between two versions of a workspace. */
export interface Item {
  type: ItemType;
  /**
   * The rule of a finding, the property of a flag, the Kasm versions of an image, the path of a setting or a text; the number of items that
   * are left out of a long event. "" for the others.
   */
  name: string;
  /** Of a finding. */
  severity?: Severity;
  /** Where a finding has its setting. */
  path?: string;
  /** Texts; "" where there was or is nothing, `hidden` where it is not told. Versions and architectures: those that are gone, and those that came. Sizes are in megabytes. */
  before: string;
  after: string;
}
