import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { judgeSite } from "../../src/publish/measure-pages.ts";
import { projectRoot, runCommand, invocationFolder, textOption, UsageError } from "../terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run budget",
    summary:
      "Measures what the pages of a built site cost to load, and fails when one costs more than it may.",
    options: { out: { type: "string", value: "DIR", help: "the built site (default: dist)" } },
  }),
  (values) => {
    const typed = textOption(values, "out");
    const folder = typed === undefined ? join(projectRoot, "dist") : resolve(invocationFolder(), typed);
    if (!existsSync(join(folder, "index.html")))
      throw new UsageError(`There is no built site in ${folder}. Build one: npm run build`);
    const rows = judgeSite(folder).map(
      ({ page, what, bytes, limit }) =>
        [
          bytes <= limit ? "ok" : "OVER",
          page,
          what,
          `${(bytes / 1000).toFixed(1)} kB`,
          `of ${limit / 1000} kB`,
        ] as const,
    );
    const widthOf = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
    for (const row of rows) {
      const cells = row.map((cell, column) =>
        column === 3 ? cell.padStart(widthOf(column)) : cell.padEnd(widthOf(column)),
      );
      process.stdout.write(`${cells.join("  ")}\n`);
    }
    return rows.some(([state]) => state === "OVER") ? 1 : 0;
  },
);
