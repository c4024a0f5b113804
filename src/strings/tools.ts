import * as en from "./en/tools.ts";
import { translated } from "./translated.ts";

export const {
  importSource,
  importMerge,
  nextConfig,
  importSettings,
  importAddress,
  importIcon,
  importContact,
  importReport,
  bundleText,
  listDiff,
  repairs,
  edits,
} = translated("tools", en);
