import * as en from "./en/builder-live.ts";
import { translated } from "./translated.ts";

export const { builderLive } = translated("builder-live", en);
