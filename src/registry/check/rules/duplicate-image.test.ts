import { newestKasm } from "../../model/kasm-versions.ts";
import { draftOf, testTogether } from "./rule.fixture.ts";

const image = { name: "a/b:1" };

testTogether([
  ["accepts two images", [draftOf("A"), draftOf("B")], []],
  ["reports one image twice", [draftOf("A", image), draftOf("B", image)], ["B duplicate-image"]],
  [
    "accepts one image when run_config differs",
    [draftOf("A", image), draftOf("B", { ...image, run_config: { hostname: "x" } })],
    [],
  ],
  [
    "accepts one image when exec_config differs",
    [draftOf("A", image), draftOf("B", { ...image, exec_config: { first_launch: { cmd: "x" } } })],
    [],
  ],
  [
    "accepts one image when the Kasm versions differ",
    [draftOf("A", image), draftOf("B", { ...image, compatibility: ["1.15.x", newestKasm] })],
    [],
  ],
]);
