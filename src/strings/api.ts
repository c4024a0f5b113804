import * as en from "./en/api.ts";
import { translated } from "./translated.ts";

export const { api } = translated("api", en);
