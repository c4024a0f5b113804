import * as en from "./en/verify.ts";
import { translated } from "./translated.ts";

export const { verify, verifyPage } = translated("verify", en);
