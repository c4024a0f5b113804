import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { takeFaults } from "./browser.ts";

/** Findings of axe on a page as it is now: every rule of WCAG 2.2 A and AA and of good practice, the one for sizes of targets included. */
export async function violations(page: Page): Promise<string[]> {
  const runOnly = {
    type: "tag" as const,
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  };
  // Legacy mode looks at this page alone; the other opens a window for the frames that no page of ours has.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"], runOnly, rules: { "target-size": { enabled: true } } })
    .analyze();
  // axe's own injected script is not the page's doing.
  takeFaults();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(" | ")}`,
  );
}
