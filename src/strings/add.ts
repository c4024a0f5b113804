import * as en from "./en/add.ts";
import { translated } from "./translated.ts";

export const { add } = translated("add", en);
