import { newestKasm } from "../../model/kasm-versions.ts";
import { sound11, testLines } from "./rule.fixture.ts";

const entry = { version: newestKasm, image: "a/b:1", uncompressed_size_mb: 100 };

testLines([["accepts texts alone", { compatibility: ["1.15.x", newestKasm] }, []]]);
testLines(
  [
    ["accepts objects alone", { compatibility: [entry, { ...entry, version: "1.18.x" }] }, []],
    ["reports an object behind a text", { compatibility: ["1.18.x", entry] }, ["10:5 mixed-compatibility"]],
    ["reports a text behind an object", { compatibility: [entry, "1.18.x"] }, ["14:5 mixed-compatibility"]],
  ],
  sound11,
);
