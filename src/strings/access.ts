import * as en from "./en/access.ts";
import { translated } from "./translated.ts";

export const { access } = translated("access", en);
