import { newestKasm } from "../../model/kasm-versions.ts";
import { workspaceOf, testTogether } from "./rule.fixture.ts";

const image = { name: "a/b:1" };

testTogether([
  ["accepts two images", [workspaceOf("A"), workspaceOf("B")], []],
  ["reports one image twice", [workspaceOf("A", image), workspaceOf("B", image)], ["B duplicate-image"]],
  [
    "reports one image in two spellings",
    [workspaceOf("A", image), workspaceOf("B", { name: "index.docker.io/a/b:1" })],
    ["B duplicate-image"],
  ],
  [
    "accepts one image when run_config differs",
    [workspaceOf("A", image), workspaceOf("B", { ...image, run_config: { hostname: "x" } })],
    [],
  ],
  [
    "accepts one image when exec_config differs",
    [workspaceOf("A", image), workspaceOf("B", { ...image, exec_config: { first_launch: { cmd: "x" } } })],
    [],
  ],
  [
    "accepts one image when the Kasm versions differ",
    [workspaceOf("A", image), workspaceOf("B", { ...image, compatibility: ["1.15.x", newestKasm] })],
    [],
  ],
]);
