import * as en from "./en/site.ts";
import { translated } from "./translated.ts";

export const {
  site,
  severityWords,
  flagWords,
  home,
  find,
  cards,
  listing,
  workspace,
  flagsPage,
  guide,
  compare,
  compareBar,
  notFound,
} = translated("site", en);
