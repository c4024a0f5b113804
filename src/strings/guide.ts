import * as en from "./en/guide.ts";
import { translated } from "./translated.ts";

export const { guide } = translated("guide", en);
