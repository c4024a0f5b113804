import { expect, test } from "vitest";
import { unknownAddress } from "../registry/model/address.ts";
import { refusals } from "../strings/publish.ts";
import { addressFault } from "./load-options.ts";

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
