import { kasmVersions, newestKasm } from "../../model/kasm-versions.ts";
import { workspaceOf, testTogether } from "./rule.fixture.ts";

const only = (folder: string, version: string): ReturnType<typeof workspaceOf> =>
  workspaceOf(folder, { compatibility: [version] });
const oldest = kasmVersions[0]!.version;
const beforeNewest = kasmVersions.at(-2)!.version;

testTogether([
  ["accepts one workspace for the newest Kasm", [only("A", beforeNewest), only("B", newestKasm)], []],
  ["accepts a Kasm that is not known yet", [only("A", "1.999.x")], []],
  [
    "reports the newest version when none is for the newest Kasm",
    [only("A", oldest), only("B", beforeNewest)],
    ["B no-newest-version"],
  ],
  ["reports the oldest Kasm as too old alone", [only("A", oldest)], ["A no-newest-version"]],
  ["reports a version that is older than every Kasm", [only("A", "1.11.x")], ["A no-suitable-version"]],
  [
    "leaves a registry without a version to the error that says so",
    [workspaceOf("A", { compatibility: [] }), only("B", oldest)],
    [],
  ],
]);
