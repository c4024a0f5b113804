import { expect, test } from "vitest";
import { newestKasm } from "../../model/kasm-versions.ts";
import { messageOf } from "../../model/text.ts";
import { bent, faultsOf } from "../workspace.fixture.ts";
import { likelyNumber } from "./unlikely-unit.ts";
import { sound11, testLines } from "./rule.fixture.ts";

testLines([
  ["accepts megabytes", { memory: 2768, uncompressed_size_mb: 20, cores: 0.5 }, []],
  ["accepts no memory and a large machine", { memory: 0, cores: 256 }, []],
  ["leaves a text to the schema", { memory: "4" }, ["13:13 wrong-type"]],
  ["reports memory in gigabytes", { memory: 4 }, ["13:13 unlikely-unit"]],
  ["reports memory in bytes", { memory: 2768000000 }, ["13:13 unlikely-unit"]],
  ["reports a size in gigabytes", { uncompressed_size_mb: 2 }, ["12:27 unlikely-unit"]],
  ["reports a size in kilobytes", { uncompressed_size_mb: 2500000 }, ["12:27 unlikely-unit"]],
  ["reports shared memory without its unit", { run_config: { shm_size: "512" } }, ["14:17 unlikely-unit"]],
  ["accepts shared memory with its unit", { run_config: { shm_size: "512m" } }, []],
  ["accepts shared memory in bytes", { run_config: { shm_size: 536870912 } }, []],
  ["reports thousandths of a core", { cores: 2000 }, ["13:12 unlikely-unit"]],
]);

testLines(
  [
    [
      "reports the size of a 1.1 entry",
      { compatibility: [{ version: newestKasm, image: "a/b:1", uncompressed_size_mb: 3 }] },
      ["12:31 unlikely-unit"],
    ],
  ],
  sound11,
);

test.each([
  [{ memory: 4 }, "Write 4000."],
  [{ memory: 2768000000 }, "Write 2768."],
  [{ uncompressed_size_mb: 2500000 }, "Write 2500."],
  [{ cores: 2000 }, "Write 2."],
  [{ run_config: { shm_size: 512 } }, 'Write "512m".'],
])("%j: %s", (change, cure) => expect(messageOf(faultsOf(bent(change))[0]!)).toContain(cure));

test.each([
  [{ uncompressed_size_mb: 0.9 }, 900],
  [{ uncompressed_size_mb: 0.001 }, 20],
  [{ uncompressed_size_mb: "2.5" }, 2500],
  [{ uncompressed_size_mb: 1.5 }, 1500],
  [{ uncompressed_size_mb: 99.6 }, 100],
  [{ memory: "4" }, 4000],
  [{ memory: 0.05 }, 64],
  [{ memory: 1e13 }, 10_000],
  [{ memory: 10_000_000 }, 10_000],
  [{ cores: 1e6 }, 1],
])("the cure for %j is %d, with which nothing is left to say", (change, likely) => {
  const [fault, ...more] = faultsOf(bent(change));
  expect(messageOf(fault!)).toMatch(new RegExp(`Write ${likely}(?:,|\\.$)`));
  expect(more).toEqual([]);
  const [key = ""] = Object.keys(change);
  expect(faultsOf(bent({ [key]: likely }))).toEqual([]);
});

test.each([Infinity, Number.MAX_VALUE])("comes to an end with %d", (value) =>
  expect(likelyNumber("memory", value)).toBeGreaterThan(64),
);
