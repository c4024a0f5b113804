import * as en from "./en/history.ts";
import { translated } from "./translated.ts";

export const { history } = translated("history", en);
