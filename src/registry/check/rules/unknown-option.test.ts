import { testLines } from "./rule.fixture.ts";

testLines([
  ["accepts options that Docker's library takes", { run_config: { shm_size: "1g", environment: {} } }, []],
  [
    "reports an option that Docker's library refuses",
    { run_config: { hostname: "kasm", enviroment: {} } },
    ["15:5 unknown-option"],
  ],
  [
    "reports an option in the spelling of the docker command",
    { run_config: { "shm-size": "1g" } },
    ["14:5 unknown-option"],
  ],
]);
