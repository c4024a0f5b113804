import { expect, test } from "vitest";
import { messageOf } from "../../model/text.ts";
import { bent, faultsOf } from "../workspace.fixture.ts";
import { testLines } from "./rule.fixture.ts";

testLines([
  ["accepts options that Docker's library takes", { run_config: { shm_size: "1g", environment: {} } }, []],
  [
    "reports an option that Docker's library refuses",
    { run_config: { hostname: "kasm", enviroment: {} } },
    ["15:5 unknown-option"],
  ],
  ["reports a field of the workspace", { run_config: { cores: 2 } }, ["14:5 unknown-option"]],
  [
    "reports an option in the spelling of the docker command",
    { run_config: { "shm-size": "1g" } },
    ["14:5 unknown-option"],
  ],
]);

test.each(["cores", "exec_config", "docker_registry", "volume_mappings"])(
  "moves %s out of run_config",
  (key) => {
    expect(messageOf(faultsOf(bent({ run_config: { [key]: {} } }))[0]!)).toContain(
      "to the top level of the file",
    );
  },
);
