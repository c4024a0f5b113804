import * as en from "./en/every-page.ts";
import { translated } from "./translated.ts";

export const { site, frame } = translated("every-page", en);
