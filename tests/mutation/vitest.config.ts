import { defineConfig } from "vitest/config";

/** The unit project alone, which Stryker runs in a copy of this repository. */
export default defineConfig({
  test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 },
});
