import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { layoutShift, open, scrollsSideways, takeFaults } from "../support/browser.ts";

/** A page with every fault that the harness looks for, to prove that it sees them. */
const bad = `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'self'; style-src 'unsafe-inline'"><title>Bad</title>
<img src="late.svg" alt=""><p style="inline-size: 4000px; block-size: 300px; background: #ddd">This moves down when the picture comes, and is too wide.</p><script>nothing()</script><img src="missing.png" alt="">`;
const server = createServer((request, response) => {
  if (request.url === "/") return void response.setHeader("content-type", "text/html").end(bad);
  if (request.url !== "/late.svg") return void response.writeHead(404).end();
  setTimeout(
    () =>
      response
        .setHeader("content-type", "image/svg+xml")
        .end('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'),
    300,
  );
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));

test.each([
  ["with JavaScript", true],
  ["without", false],
])("the harness sees what is wrong with a page, %s", async (_, scripts) => {
  const page = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { scripts });
  await expect.poll(() => layoutShift(page), { timeout: 10_000 }).toBeGreaterThan(0.01);
  expect(await scrollsSideways(page)).toBe(true);
  const faults = takeFaults().join("\n");
  expect(faults).toMatch(/404: .*missing\.png/);
  if (scripts) expect(faults).toContain("Content Security Policy");
});
