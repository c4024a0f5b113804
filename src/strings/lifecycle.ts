import * as en from "./en/lifecycle.ts";
import { translated } from "./translated.ts";

export const { lifecycle } = translated("lifecycle", en);
