import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** Files that share nothing but the disk run beside each other, one on each core. */
const parallel = { maxWorkers: "100%" };
/** On a busy machine, a page may take longer than a second to follow. */
const patient = { expect: { poll: { timeout: 10_000 } } };
const project = (
  name: string,
  include: string[],
  options: TestProjectInlineConfiguration["test"] = {},
): TestProjectInlineConfiguration => ({ test: { name, include, ...options } });

// Timeouts are guards against hanging, not measures of speed.
export default defineConfig({
  test: {
    projects: [
      // Units keep no state between files, so the modules that all of them import are loaded once a worker.
      project("unit", ["src/**/*.test.ts", "scripts/**/*.test.ts"], {
        ...parallel,
        isolate: false,
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      project("cli", ["tests/cli/**/*.test.ts", "tests/fuzz/**/*.test.ts"], {
        ...parallel,
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
      project("site", ["tests/site/**/*.test.ts"], {
        ...parallel,
        ...patient,
        testTimeout: 240_000,
        hookTimeout: 240_000,
      }),
      project("browser", ["tests/browser/**/*.test.ts"], {
        ...parallel,
        ...patient,
        testTimeout: 240_000,
        hookTimeout: 240_000,
      }),
      // After all others and one at a time: they fill disks, kill builds and look at what is left over.
      project("slow", ["tests/slow/**/*.test.ts"], {
        ...patient,
        maxWorkers: 1,
        sequence: { groupOrder: 1 },
        testTimeout: 300_000,
        hookTimeout: 300_000,
      }),
    ],
  },
});
