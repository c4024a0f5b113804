import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { unknownAddress } from "../registry/model/address.ts";
import { refusals } from "../strings/publish.ts";
import { addressFault, gatherLoadOptions } from "./load-options.ts";

test.each<[stops: boolean, address: string, clues: Parameters<typeof addressFault>[1]]>([
  [true, unknownAddress, { env: { CI: "true" } }],
  [true, unknownAddress, { env: { CI: "1", SITE_URL: " " } }],
  [false, unknownAddress, { env: {} }],
  [false, unknownAddress, { env: { CI: "false" } }],
  [false, unknownAddress, { env: { CI: "true" }, site: unknownAddress }],
  [false, unknownAddress, { env: { CI: "true", SITE_URL: unknownAddress } }],
  [false, "https://a.example/", { env: { CI: "true" } }],
])("whether a build stops (%s) for %s where %j", (stops, address, clues) =>
  expect(addressFault(address, clues)).toBe(stops ? refusals.unknownAddress : null),
);

test("looks for pictures and CNAME in the folder that is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "public-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "mine.svg"), "");
  writeFileSync(join(folder, "CNAME"), "a.example");
  expect(gatherLoadOptions(folder, { publicFolder: folder, site: "https://b.example/" })).toMatchObject({
    publicFiles: expect.arrayContaining(["mine.svg"]) as string[],
    cname: "a.example",
  });
});
