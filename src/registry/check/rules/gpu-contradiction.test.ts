import { testLines } from "./rule.fixture.ts";

testLines([
  ["accepts a required GPU", { require_gpu: true, gpu_count: 1 }, []],
  ["accepts a required GPU without a number", { require_gpu: true }, []],
  ["accepts a GPU that is used where one is", { require_gpu: false, gpu_count: 1 }, []],
  [
    "reports a required GPU of which none is reserved",
    { require_gpu: true, gpu_count: 0 },
    ["14:16 gpu-contradiction"],
  ],
]);
