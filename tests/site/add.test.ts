import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder, writeFiles } from "../support/run.ts";
import { open, servedSite, template } from "../support/browser.ts";

const root = await servedSite("template", template);
const link = "https://registry.example.org/";
const isHere = (tool: string): boolean => spawnSync(tool, ["--version"]).error === undefined;
const withCurl = test.skipIf(!isHere("curl"));

/** The text that the reader gets by pressing the button of these lines. */
async function copied(path: string, id: string): Promise<string> {
  const page = await open(root + path);
  await page.locator(`[data-copy="${id}"]`).click();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A pretend Kasm server that answers every request, and the last one that came. */
let last: { request: IncomingMessage; body: string } | undefined;
const server = createServer((request, response) => {
  void text(request).then((body) => {
    last = { request, body };
    response.end("{}");
  });
});
await once(server.listen(0, "127.0.0.1"), "listening");
afterAll(() => server.close());

const cwd = temporaryFolder();
writeFiles(cwd, { "registry.json": { a: 1 } });

/** Runs a copied command in a shell, with the pretend server in the place of the placeholder. */
async function runCopied(command: string): Promise<NonNullable<typeof last>> {
  const { port } = server.address() as AddressInfo;
  const here = command.replace("https://kasm.example.com", `http://127.0.0.1:${port}`);
  const env = { ...process.env, KASM_API_KEY: "name", KASM_API_KEY_SECRET: "secret", no_proxy: "*" };
  await promisify(execFile)("sh", ["-c", here], { cwd, env });
  return last!;
}

withCurl("the command for Kasm 1.20 sends the key by HTTP Basic, and the body of a file", async () => {
  const { request, body } = await runCopied(await copied("add/", "request-1.20"));
  expect([request.method, request.url]).toEqual(["POST", "/api/admin/catalog/registries"]);
  expect(request.headers).toMatchObject({
    authorization: `Basic ${Buffer.from("name:secret").toString("base64")}`,
    "content-type": "application/json",
  });
  expect(JSON.parse(body)).toEqual({ a: 1 });
});

withCurl("the command for Kasm 1.16 to 1.19 sends the body that the Terraform provider sends", async () => {
  const { request, body } = await runCopied(await copied("add/", "request-1.19"));
  expect([request.method, request.url]).toEqual(["POST", "/api/public/create_registry"]);
  expect(request.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(body)).toEqual({
    api_key: "name",
    api_key_secret: "secret",
    registry: link,
    channel: expect.stringMatching(/^[\w.-]+$/),
    override_schema: "",
  });
});

test("values for Helm and a resource for Terraform name the registry", async () => {
  expect(parse(await copied("add/", "helm-values"))).toMatchObject({
    kasmConfig: {
      generatePreseed: true,
      config: { registries: [{ registry_url: link, schema_version: "1.1" }] },
    },
  });
  const terraform = await copied("add/", "terraform-resource");
  expect(terraform).toContain(`url     = "${link}"`);
  expect(terraform).toMatch(/required_providers \{\s+kasm = \{\s+source = "[\w./]+"/);
});

test.skipIf(!isHere("curl") || !isHere("jq")).each([
  ["example-0", /^\{"registry":/],
  ["example-1", /^blender\tmedium$/m],
  ["example-2", /^$/],
])("the example %s of the API answers", async (id, expected) => {
  const command = (await copied("api/", id)).replace(link, root);
  const { stdout } = await promisify(execFile)("sh", ["-c", command]);
  expect(stdout).toMatch(expected);
});

test("a badge's Markdown leads to the registry, and to the file that it shows", async () => {
  const markdown = await copied("api/", "badge");
  expect(markdown).toBe(
    `[![Kasm](https://img.shields.io/endpoint?url=${encodeURIComponent(`${link}badges/kasm.json`)})](${link})`,
  );
});

test("the home page, workspaces and changes lead to both pages", async () => {
  for (const [path, target] of [
    ["", "add/"],
    ["workspaces/blender/", "add/"],
    ["add/", "api/"],
    ["changes/", "api/"],
  ] as const) {
    const page = await open(root + path);
    expect(await page.locator(`main a[href="/${target}"]`).count(), path).toBe(1);
  }
});
