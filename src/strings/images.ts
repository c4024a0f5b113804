import * as en from "./en/images.ts";
import { translated } from "./translated.ts";

export const { images, imageFaults, imageFacts, imageStates } = translated("images", en);
