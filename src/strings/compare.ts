import * as en from "./en/compare.ts";
import { translated } from "./translated.ts";

export const { compare } = translated("compare", en);
