import * as en from "./en/check.ts";
import { translated } from "./translated.ts";

export const {
  values,
  types,
  schema,
  json,
  disk,
  git,
  icons,
  pictures,
  images,
  dockerRegistry,
  registry,
  units,
  readme,
  report,
} = translated("check", en);
