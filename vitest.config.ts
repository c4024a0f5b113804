import { defineConfig } from "vitest/config";

// Tests of the engine run beside each other; those in tests/ build sites and start browsers, and wait for one another.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.ts", "scripts/**/*.test.ts"], testTimeout: 30_000 } },
      {
        test: {
          name: "whole",
          include: ["tests/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
