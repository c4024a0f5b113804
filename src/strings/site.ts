import * as en from "./en/site.ts";
import { translated } from "./translated.ts";

export const { severityWords, flagWords, home, find, cards, listing, workspace, flagsPage, notFound } =
  translated("site", en);
