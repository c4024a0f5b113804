import * as en from "./en/upgrade.ts";
import { translated } from "./translated.ts";

export const { upgradeText } = translated("upgrade", en);
