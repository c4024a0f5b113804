import { expect, test } from "vitest";
import { judgeSite } from "../../src/publish/measure-pages.ts";
import { builtSite, template } from "../support/sites.ts";

test("every page of the template keeps its budget", async () => {
  for (const { page, what, bytes, limit } of judgeSite(await builtSite("template", template, "/")))
    expect(bytes, `${page}: ${what}`).toBeLessThanOrEqual(limit);
});
