import { newestKasm } from "../../model/kasm-versions.ts";
import { sound11, testLines } from "./rule.fixture.ts";

testLines([
  ["accepts a size of 100", { uncompressed_size_mb: 100 }, []],
  ["reports a size of 0", { uncompressed_size_mb: 0 }, ["12:27 size-zero"]],
]);

const entry = { version: newestKasm, image: "a/b:1" };
testLines(
  [
    [
      "accepts a size of 100 in a 1.1 entry",
      { compatibility: [{ ...entry, uncompressed_size_mb: 100 }] },
      [],
    ],
    [
      "reports a size of 0 in a 1.1 entry",
      { compatibility: [{ ...entry, uncompressed_size_mb: 0 }] },
      ["12:31 size-zero"],
    ],
  ],
  sound11,
);
