import * as en from "./en/problems.ts";
import { translated } from "./translated.ts";

export type { Wording } from "./en/problems.ts";
export const { problems } = translated("problems", en);
