import * as en from "./en/publish.ts";
import { translated } from "./translated.ts";

export const { build, serving, refusals } = translated("publish", en);
