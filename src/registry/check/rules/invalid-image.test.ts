import { newestKasm } from "../../model/kasm-versions.ts";
import { sound11, testLines } from "./rule.fixture.ts";

testLines([
  ["accepts an image by digest", { name: `example/editor@sha256:${"0".repeat(64)}` }, []],
  ["accepts a container registry with a port", { name: "registry.example:5000/a/b:1" }, []],
  ["reports an image that is a web address", { name: "https://ghcr.io/a/b:1" }, ["3:11 invalid-image"]],
  ["reports an image with capitals", { name: "Example/Editor:1" }, ["3:11 invalid-image"]],
  ["reports an image with a space", { name: "example/editor :1" }, ["3:11 invalid-image"]],
]);

const entry = { version: newestKasm, uncompressed_size_mb: 100 };
testLines(
  [["accepts an image of a 1.1 entry", { compatibility: [{ ...entry, image: "a/b:1" }] }, []]],
  sound11,
);
