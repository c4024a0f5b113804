import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("a command that waits for something that will never come says so and fails", async () => {
  const code = `import { runCommand } from ${JSON.stringify(join(import.meta.dirname, "cli.ts"))}; await runCommand(() => ({ name: "npm run wait", summary: "", options: {} }), () => new Promise(() => {}));`;
  const ended = await new Promise<{ status: number | string | null | undefined; stderr: string }>((resolve) =>
    execFile(process.execPath, ["--input-type=module", "--eval", code], (error, _, stderr) =>
      resolve({ status: error?.code ?? 0, stderr }),
    ),
  );
  expect(ended).toEqual({
    status: 1,
    stderr: "npm run wait stopped: a process that it waits for has ended.\n",
  });
});
