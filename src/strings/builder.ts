import * as en from "./en/builder.ts";
import { translated } from "./translated.ts";

export const { builder, builderPage } = translated("builder", en);
