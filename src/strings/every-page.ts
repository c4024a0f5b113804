import * as en from "./en/every-page.ts";
import { translated } from "./translated.ts";

export const { site } = translated("every-page", en);
