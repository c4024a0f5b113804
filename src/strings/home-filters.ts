import * as en from "./en/home-filters.ts";
import { translated } from "./translated.ts";

export const { strip, myKasm, sheet } = translated("home-filters", en);
