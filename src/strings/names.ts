import * as en from "./en/names.ts";
import { translated } from "./translated.ts";

export const { names } = translated("names", en);
