import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
import { writeImageLock } from "../../src/registry/model/image-lock.ts";
import { fortyCommits } from "../support/forty-commits.ts";
import { makeHistory } from "../support/history.ts";
import {
  connectionsIn,
  noteConnections,
  projectRoot,
  readJson,
  temporaryFolder,
  writeFiles,
} from "../support/run.ts";
import type { List } from "../support/site-contract.ts";
import { builtSite } from "../support/sites.ts";

interface Operation {
  operationId: string;
  responses: { 200: { content: Record<string, { schema: object }> } };
}
interface Document {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, object> };
}
interface Index {
  registry: Record<string, unknown>;
  workspaces: {
    slug: string;
    sha: string;
    stands_out: string | null;
    since: string;
    updated: string;
    deprecated?: object;
  }[];
}

const address = "https://registry.example.org/base/";
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const platform = { digest, compressed: 1.2e9, unpacked: 3.9e9, layers: 40, estimated: true };

/** With everything that a registry may have: former workspaces, a deprecated one, facts about images. */
const out = await builtSite(
  "api",
  async (folder) => {
    makeHistory(folder, fortyCommits());
    writeFiles(folder, {
      "Terminal/README.md": "---\ndeprecated:\n  since: 2026-02-01\n  because: Old.\n---\n",
      "images.lock.json": writeImageLock(
        new Map([
          [
            "example.org/apps/terminal:1",
            {
              ...{ digest, type: "application/json", created: "2026-01-01T00:00:00Z", checked: "2026-01-02" },
              platforms: { amd64: platform, arm64: platform },
              config: { user: "1000", ports: ["6901/tcp"] },
            },
          ],
          ["example.org/apps/gone:1", { state: "missing" as const, since: "2026-01-03" }],
        ]),
      ),
    });
  },
  "/base/",
);
const published = filesBelow(out);
const document = readJson<Document>(out, "api/v1/openapi.json");
const index = readJson<Index>(out, "api/v1/index.json");

/** The published files that a path of the document stands for. */
const filesOf = (path: string): string[] => {
  const parts = path.slice(1).split(/\{\w+\}/);
  const pattern = new RegExp(`^${parts.map(RegExp.escape).join("[^/]+")}$`);
  return published.filter((file) => pattern.test(file));
};

test("the OpenAPI document is valid, by a linter that asks nobody", () => {
  const connections = join(temporaryFolder(), "connections");
  const cli = join(projectRoot, "node_modules/@redocly/cli/bin/cli.js");
  // A registry has no licence that this program knows.
  const args = [cli, "lint", join(out, "api/v1/openapi.json"), "--skip-rule=info-license", "--format=json"];
  const env = {
    ...process.env,
    ...noteConnections(connections),
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  const { totals, problems } = JSON.parse(
    execFileSync(process.execPath, args, {
      cwd: out,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as { totals: { errors: number; warnings: number }; problems: object[] };
  expect([totals.errors, totals.warnings, problems]).toEqual([0, 0, []]);
  expect(connectionsIn(connections)).toEqual([]);
  expect(document.servers).toEqual([{ url: address.slice(0, -1) }]);
});

/** The document with schemas that allow no key but theirs; those of authors may hold any. */
const closed: Document = JSON.parse(JSON.stringify(document), (_, value: unknown) => {
  const schema = value as Record<string, unknown> | null;
  return schema?.["type"] === "object" && "properties" in schema && !("additionalProperties" in schema)
    ? { ...schema, additionalProperties: false }
    : value;
}) as Document;
for (const name of ["ListedWorkspace10", "ListedWorkspace11"])
  closed.components.schemas[name] = document.components.schemas[name]!;

test("every address of the document is there, and what it holds is as its schema says, without another key", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(closed, "openapi");
  for (const [path, { get }] of Object.entries(document.paths)) {
    const files = filesOf(path);
    expect(files.length, path).toBeGreaterThan(0);
    const [[type, { schema }]] = Object.entries(get.responses[200].content) as [[string, { schema: object }]];
    const validate = ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object,
    );
    for (const file of files) {
      const text = readFileSync(join(out, file), "utf8");
      if (type === "application/xml") expect(text, file).toMatch(/^<\?xml/);
      validate(type === "application/json" ? JSON.parse(text) : text);
      expect(validate.errors, file).toBe(null);
    }
  }
});

test("every kind of file of a workspace is among those", () => {
  const keys = filesOf("/1.1/workspaces/{slug}.json").map((file) => Object.keys(readJson(out, file)));
  for (const key of ["findings", "deprecated", "withdrawn", "renamed_to"])
    expect(
      keys.some((names) => names.includes(key)),
      key,
    ).toBe(true);
});

test("every file for programs is in the document, but for those of the site itself", () => {
  const documented = new Set(Object.keys(document.paths).flatMap(filesOf));
  const others = published.filter(
    (file) =>
      /\.(?:json|xml|txt)$|^[^./]+$/.test(file) && !file.startsWith("pagefind/") && !documented.has(file),
  );
  expect(others).toEqual(["robots.txt", "search/cards.json", "search/guide.json", "sitemap.xml"]);
});

test("the index has a line for each workspace, with addresses that are there", () => {
  const text = readFileSync(join(out, "api/v1/index.json"), "utf8");
  const lines = text.split("\n").filter((line) => line.startsWith('{"slug"'));
  expect(lines.length).toBe(index.workspaces.length);
  const list = readJson<List>(out, "1.1", "list.json");
  expect(index.workspaces.map(({ sha }) => sha)).toEqual(list.workspaces.map(({ sha }) => sha));
  expect(index.registry).toMatchObject({ url: address, modified: new Date(list.modified).toISOString() });
  const addresses = [...text.matchAll(/"(https:\/\/registry\.example\.org[^"]*)"/g)].map(
    ([, url = ""]) => url,
  );
  expect(addresses.length).toBeGreaterThan(6 * lines.length);
  for (const url of addresses) {
    const path = decodeURIComponent(url.slice(address.length)).replace(/^$|\/$/, "$&index.html");
    expect(existsSync(join(out, path)), url).toBe(true);
  }
  for (const { since, updated } of index.workspaces) expect(since <= updated).toBe(true);
  expect(index.workspaces.find(({ slug }) => slug === "terminal")?.deprecated).toEqual({
    since: "2026-02-01",
    because: "Old.",
  });
});

test("a badge has the Kasm versions, and a colour where a finding stands out", () => {
  expect(readJson(out, "badges/kasm.json")).toMatchObject({
    label: "Kasm",
    message: expect.stringMatching(/^1\./),
  });
  for (const { slug, stands_out } of index.workspaces) {
    const { message, color } = readJson(out, "badges", `${slug}.json`);
    expect(message).toMatch(/^Kasm 1\./);
    expect(color, slug).toBe({ critical: "red", high: "red", medium: "orange" }[stands_out ?? ""]);
  }
  expect(index.workspaces.some(({ stands_out }) => stands_out === "critical" || stands_out === "high")).toBe(
    true,
  );
});

test("the page of a workspace announces its oEmbed file", () => {
  const page = readFileSync(join(out, "workspaces/terminal/index.html"), "utf8");
  expect(page).toContain(
    `<link rel="alternate" type="application/json+oembed" href="${address}workspaces/terminal/oembed.json">`,
  );
  expect(readJson(out, "workspaces/terminal/oembed.json")).toMatchObject({ type: "link", title: "Terminal" });
});
