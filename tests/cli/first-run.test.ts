import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveFiles, type File } from "../support/registry-server.ts";
import { temporaryFolder } from "../support/run.ts";
import { runJob, stepsOf } from "../support/workflow.ts";

const root = temporaryFolder();
const summaryOf = (temp: string): string => readFileSync(join(temp, "summary.md"), "utf8");

/** The step that asks GitHub for the address of the site, where GitHub answers with this. */
async function ask(answer: File) {
  const temp = mkdtempSync(join(root, "run-"));
  const api = await serveFiles({ "repos/lab/registry/pages": answer });
  const steps = stepsOf("publish.yml", "build").filter(({ id }) => id === "pages");
  const ended = await runJob(steps, {
    cwd: temp,
    temp,
    env: { GITHUB_API_URL: api.root.slice(0, -1), GITHUB_REPOSITORY: "lab/registry" },
    contexts: { "github.token": "a token" },
  });
  await api.close();
  return { ...ended, temp };
}

test("takes the address of the site from GitHub", async () => {
  const { code, outputs, stdout } = await ask({ body: '{"html_url": "https://lab.github.io/registry"}' });
  expect([code, outputs]).toEqual([0, { "steps.pages.outputs.address": "https://lab.github.io/registry" }]);
  expect(stdout).not.toContain("::");
});

test("asks in the name of the workflow", async () => {
  let asked: string | undefined;
  await ask({
    body: (request, response) => {
      asked = request.headers.authorization;
      response.end('{"html_url": "https://lab.github.io/registry/"}');
    },
  });
  expect(asked).toBe("Bearer a token");
});

test("where Pages is off, ends well without an address, and says what to choose and what to press", async () => {
  const { code, outputs, stdout, temp } = await ask({ status: 404, body: '{"message": "Not Found"}' });
  expect([code, outputs]).toEqual([0, {}]);
  expect(summaryOf(temp)).toMatchInlineSnapshot(`
    "GitHub Pages is off, so nothing is published yet. Open https://github.com/lab/registry/settings/pages and choose Source: GitHub Actions. Then open https://github.com/lab/registry/actions/workflows/publish.yml and press Run workflow.
    "
  `);
  expect(stdout).toContain(`::notice::${summaryOf(temp)}`);
});

test.each<[string, File]>([
  ["a refusal", { status: 403, body: '{"message": "Resource not accessible"}' }],
  ["a moved repository", { status: 301, body: "{}", headers: { location: "https://lab.github.io/" } }],
  ["an answer without an address", { body: "{}" }],
  ["an answer that is no JSON", { body: "<html>" }],
])("fails at %s", async (_, answer) => {
  const { code, outputs } = await ask(answer);
  expect([code, outputs]).toEqual([1, {}]);
});

test("fails where GitHub does not answer", async () => {
  const { code } = await ask({ body: (request) => request.socket.destroy() });
  expect(code).toBeGreaterThan(0);
});

test("a published site is named with the link for Kasm and how to add it, in three lines", async () => {
  const temp = mkdtempSync(join(root, "run-"));
  const page = "https://lab.github.io/registry/";
  const steps = stepsOf("publish.yml", "deploy").filter(({ run }) => run !== undefined);
  await runJob(steps, { cwd: temp, temp, contexts: { "steps.deployment.outputs.page_url": page } });
  expect(summaryOf(temp)).toMatchInlineSnapshot(`
    "* The site: https://lab.github.io/registry/
    * The registry link for Kasm is the same address: \`https://lab.github.io/registry/\`
    * To add it in Kasm: Workspaces → Registry → Registries → Add New, paste the link and confirm that you trust it.
    "
  `);
});
