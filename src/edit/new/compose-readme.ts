import { deprecationLines } from "../deprecation-lines.ts";
import type { Retirement } from "../../registry/model/retirement.ts";

/** What an author says in the README.md of a workspace; "" where nothing. */
export interface ReadmeAnswers {
  homepage: string;
  source: string;
  license: string;
  maintainer: string;
  support: string;
  /** File names. */
  screenshots: string[];
  deprecated: Retirement | null;
  /** Markdown. */
  text: string;
}

/** The README.md: front matter of what was answered, then the text; "" where nothing was. */
export function composeReadme({ deprecated, screenshots, text, ...facts }: ReadmeAnswers): string {
  const lines = [
    ...(deprecated ? deprecationLines(deprecated) : []),
    // JSON is YAML.
    ...Object.entries(facts)
      .filter(([, value]) => value !== "")
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    ...(screenshots.length > 0 ? [`screenshots: ${JSON.stringify(screenshots)}`] : []),
  ];
  const parts = [lines.length > 0 ? ["---", ...lines, "---"].join("\n") : "", text.trim()];
  const written = parts.filter((part) => part !== "").join("\n\n");
  return written === "" ? "" : `${written}\n`;
}
