import { newestKasm } from "../../model/kasm-versions.ts";
import { testLines } from "./rule.fixture.ts";

testLines([
  ["accepts two versions", { compatibility: ["1.15.x", newestKasm] }, []],
  ["reports a version without its x", { compatibility: [newestKasm, "1.13"] }, ["11:5 version-pattern"]],
  ["accepts an exact release", { compatibility: ["1.13.1", newestKasm] }, []],
  [
    "reports a release that no server has",
    { compatibility: ["1.19.00", newestKasm] },
    ["10:5 version-pattern"],
  ],
  ["accepts a version of six digits", { compatibility: ["1.999999.x"] }, []],
  [
    "reports a version of seven digits",
    { compatibility: [newestKasm, "1.1000000.x"] },
    ["11:5 version-pattern"],
  ],
  [
    "reports the second of two equal versions",
    { compatibility: [newestKasm, newestKasm] },
    ["11:5 duplicate-version"],
  ],
]);
