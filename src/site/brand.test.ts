import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { brandPicture } from "./brand.ts";

const parent = mkdtempSync(join(tmpdir(), "brand-"));
const folder = join(parent, "public");
mkdirSync(join(folder, "img"), { recursive: true });
for (const name of ["logo.png", "icon.png", "img/own logo.png"]) writeFileSync(join(folder, name), name);
writeFileSync(join(parent, "secret.png"), "outside");
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const url = "https://lab.example/registry/";

test.each([
  ["the file that registry.json names", `${url}img/own%20logo.png?v=2`, "img/own logo.png"],
  ["the usual name where that file is not there", `${url}gone.png`, "logo.png"],
  ["the usual name for an icon of another site", "https://other.example/logo.svg", "logo.png"],
  ["no file outside public/", `${url}../secret.png`, "logo.png"],
  ["no file outside public/ by an encoded slash", `${url}..%2Fsecret.png`, "logo.png"],
])("takes %s", (_, icon, expected) => {
  expect(brandPicture({ icon, url }, folder)?.file).toBe(expected);
});

test("finds nothing in a folder without pictures", () => {
  expect(brandPicture({ icon: `${url}logo.svg`, url }, join(parent, "none"))).toBeNull();
});
