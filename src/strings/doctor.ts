import * as en from "./en/doctor.ts";
import { translated } from "./translated.ts";

export const { faultWords, details, stages, statusHints, seenWords, whyWords, report, units } = translated(
  "doctor",
  en,
);
