import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSigstore, type Claim, type Sigstore } from "../../../tests/support/attestation.ts";
import { soundRegistry } from "../../../tests/support/made-up-registry.ts";
import { serveFiles, type File, type Files, type Served } from "../../../tests/support/registry-server.ts";
import { faultWords } from "../../strings/doctor.ts";
import { checksumOf } from "../../publish/checksums.ts";
import { makeGet } from "../doctor/fetch.ts";
import { webReader } from "../doctor/site-reader.ts";
import { parallelFiles } from "./compare-files.ts";
import { verdict } from "./verdict.ts";
import { verifySite, type VerifyOptions } from "./verify-site.ts";

/**
 * Attestations are made here, by a certificate authority and a log of this file. Not tried here: the public Fulcio, Rekor and TUF repository
 * of Sigstore, and GitHub's own answer about a default branch.
 */
let sigstore: Sigstore;
let served: Served;
const files: Files = {};
beforeAll(async () => {
  sigstore = await makeSigstore();
  served = await serveFiles(files);
});
afterAll(() => served.close());

type Site = Record<string, File>;
const bytesOf = (file: File | undefined): Buffer => Buffer.from(file?.body as string | Uint8Array);
const sumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function writeSums(site: Site): void {
  const listed = Object.entries(site).filter(([path]) => !/^SHA256SUMS|sigstore/.test(path));
  site["SHA256SUMS"] = { body: listed.map(([path, file]) => checksumOf(path, bytesOf(file))).join("") };
}
const attest = async (site: Site, claim?: Claim): Promise<void> => {
  const names = ["SHA256SUMS", "1.0/list.json", "1.1/list.json", "versions.txt"];
  const digests = Object.fromEntries(names.map((name) => [name, sumOf(bytesOf(site[name]))]));
  site["provenance.sigstore.json"] = { body: await sigstore.attest(digests, claim) };
};
const change =
  (path: string) =>
  (site: Site): void => {
    const bytes = bytesOf(site[path]);
    bytes[bytes.length >> 1]! ^= 1;
    site[path] = { ...site[path], body: bytes };
  };
const withLines =
  (edit: (lines: string[]) => string[]) =>
  (site: Site): void => {
    const lines = bytesOf(site["SHA256SUMS"]).toString().trimEnd().split("\n");
    site["SHA256SUMS"] = {
      body: edit(lines)
        .map((line) => `${line}\n`)
        .join(""),
    };
  };
const ours = "example/registry";

/** `built` changes the site before it is attested, `then` what is served. */
interface Case {
  claim?: Claim;
  built?: (site: Site) => void;
  then?: (site: Site) => void | Promise<void>;
  options?: Partial<VerifyOptions>;
}
const repo = { repository: ours };
const cases: [name: string, Case][] = [
  ["whole and attested", {}],
  ["whole and attested, as --repo asks", { options: repo }],
  ["whole, in a repository of other capitals", { options: { repository: "Example/Registry" } }],
  ["without an attestation", { then: (site) => void delete site["provenance.sigstore.json"] }],
  [
    "without the attestation that --repo asks for",
    { then: (site) => void delete site["provenance.sigstore.json"], options: repo },
  ],
  ["a byte of a list", { then: change("1.1/list.json") }],
  ["a byte of an icon", { then: change("1.0/icons/beta.png") }],
  ["a byte of a page", { then: change("index.html") }],
  [
    "bytes of two lists and a page",
    {
      then: (site) => ["1.0/list.json", "1.1/list.json", "index.html"].forEach((path) => change(path)(site)),
    },
  ],
  ["a file missing", { then: (site) => void delete site["1.1/icons/alpha.png"] }],
  [
    "two files swapped",
    {
      then: (site) =>
        void ([site["1.0/list.json"], site["1.1/list.json"]] = [
          site["1.1/list.json"]!,
          site["1.0/list.json"]!,
        ]),
    },
  ],
  [
    "an icon added, and named by the list",
    {
      then: (site) => {
        site["1.1/list.json"] = {
          body: bytesOf(site["1.1/list.json"]).toString().replace("beta.png", "gamma.png"),
        };
        site["1.1/icons/gamma.png"] = site["1.1/icons/beta.png"]!;
      },
    },
  ],
  [
    "a list changed, and its line taken out",
    {
      then: (site) => {
        change("1.1/list.json")(site);
        withLines((lines) => lines.filter((line) => !line.endsWith("1.1/list.json")))(site);
      },
    },
  ],
  [
    "a list changed, and the sums with it",
    {
      then: (site) => {
        change("1.1/list.json")(site);
        writeSums(site);
      },
    },
  ],
  [
    "a list changed, the sums with it, and nothing attested",
    {
      then: (site) => {
        change("1.1/list.json")(site);
        writeSums(site);
        delete site["provenance.sigstore.json"];
      },
    },
  ],
  ["no checksums", { then: (site) => void delete site["SHA256SUMS"] }],
  [
    "checksums that are a page",
    { then: (site) => void (site["SHA256SUMS"] = { body: "<!doctype html>\n" }) },
  ],
  [
    "a line that leads out of the site",
    { then: withLines((lines) => [...lines, `${"0".repeat(64)}  ../x`]) },
  ],
  [
    "checksums cut off",
    { then: (site) => void (site["SHA256SUMS"] = { body: bytesOf(site["SHA256SUMS"]).subarray(0, -5) }) },
  ],
  ["an attestation of another repository", { claim: { repository: "mallory/registry" } }],
  ["an attestation of a workflow that another repository called", { claim: { source: "mallory/registry" } }],
  ["a site that names another repository than --repo", { options: { repository: "example/other" } }],
  ["an attestation of another workflow", { claim: { workflow: ".github/workflows/check.yml" } }],
  ["an attestation of another branch", { claim: { ref: "refs/heads/try" } }],
  ["an attestation of a branch that calls the workflow of main", { claim: { sourceRef: "refs/heads/try" } }],
  ["an attestation of a tag", { claim: { ref: "refs/tags/main" } }],
  ["an attestation by a person", { claim: { issuer: "https://accounts.example" } }],
  ["an attestation signed when its certificate had expired", { claim: { age: 3_600_000 } }],
  ["an attestation of another authority", { options: { trustedRoot: "other" } }],
  [
    "an attestation changed after it was signed",
    { claim: { forge: (text) => text.replace("versions.txt", "versions_txt") } },
  ],
  ["an attestation of no files", { claim: { payloadType: "text/plain" } }],
  [
    "garbage for an attestation",
    { then: (site) => void (site["provenance.sigstore.json"] = { body: "garbage" }) },
  ],
  [
    "an empty object for an attestation",
    { then: (site) => void (site["provenance.sigstore.json"] = { body: "{}" }) },
  ],
  ["keys that are none", { options: { trustedRoot: "{" } }],
  [
    "a site that says that it is attested, and has no attestation",
    {
      built: (site) =>
        void (site["provenance.json"] = {
          body: JSON.stringify({ repository: `https://github.com/${ours}`, attested: true }),
        }),
      then: (site) => void delete site["provenance.sigstore.json"],
    },
  ],
  [
    "a site that names another commit than its attestation",
    {
      built: (site) =>
        void (site["provenance.json"] = {
          body: JSON.stringify({ repository: `https://github.com/${ours}`, commit: "d".repeat(40) }),
        }),
    },
  ],
  [
    "a server that answers visitors with another page",
    {
      then: (site) => {
        const page = bytesOf(site["index.html"]);
        site["index.html"] = {
          body: ({ url }, response) => void response.end(url === "/" ? "<h1>other</h1>" : page),
        };
      },
    },
  ],
  ["line ends of Windows", { then: withLines((lines) => lines.map((line) => `${line}\r`)) }],
  ["a file listed twice", { then: withLines((lines) => [...lines, lines[0]!]) }],
  [
    "a mark of byte order",
    { then: withLines((lines) => lines.map((line, i) => (i ? "" : "\ufeff") + line)) },
  ],
  ["a site that names no repository", { built: (site) => void (site["provenance.json"] = { body: "{}" }) }],
];

test("the verdict on each site", async () => {
  const other = await makeSigstore();
  const lines: string[] = [];
  const codes = new Set<string>();
  for (const [name, { claim, built, then, options = {} }] of cases) {
    const site: Site = soundRegistry(served.root);
    site["provenance.json"] = { body: JSON.stringify({ repository: `https://github.com/${ours}` }) };
    built?.(site);
    writeSums(site);
    await attest(site, claim);
    await then?.(site);
    for (const path of Object.keys(files)) delete files[path];
    Object.assign(files, site);
    const { trustedRoot = sigstore.trustedRoot, ...more } = options;
    const found = await verifySite(
      webReader(served.root, makeGet({ timeout: 20_000, parallel: parallelFiles })),
      {
        branch: "main",
        cache: "",
        ...more,
        trustedRoot: trustedRoot === "other" ? other.trustedRoot : trustedRoot,
      },
    );
    for (const { code } of found.faults) codes.add(code);
    const [first, ...others] = verdict("https://lab.example/", found);
    lines.push(
      `## ${name}: ${found.faults.length > 0 ? 1 : 0}`,
      first.replaceAll(served.root, "https://lab.example/"),
      ...others,
      "",
    );
  }
  await expect(lines.join("\n")).toMatchFileSnapshot("verdicts.fixture.txt");
  // GitHub and a server that falls silent have tests of their own.
  const known = Object.keys(faultWords).filter((code) => /^(?:sums|file|attestation)-/.test(code));
  expect([...codes].sort()).toEqual(known.filter((code) => code !== "attestation-unknown-branch").sort());
});

/** Serves these files and their checksums. */
function serveOnly(site: Site): void {
  writeSums(site);
  for (const path of Object.keys(files)) delete files[path];
  Object.assign(files, site);
}
const get = makeGet({ timeout: 20_000, parallel: parallelFiles });

test("no more than 16 files are asked for at once", async () => {
  const site: Site = { ...soundRegistry(served.root) };
  for (let i = 0; i < 200; i++) site[`pages/${i} ü#?%.html`] = { body: String(i) };
  serveOnly(site);
  for (let i = 0; i < 200; i++)
    files[`pages/${i} ü#?%.html`] = {
      body: (_, response) => void setTimeout(() => response.end(String(i)), 5),
    };
  expect((await verifySite(webReader(served.root, get), { cache: "" })).faults).toEqual([]);
  expect(served.mostAtOnce()).toBeLessThanOrEqual(16);
  expect(served.mostAtOnce()).toBeGreaterThan(8);
});

test("a server that closes the connections it kept is asked again", async () => {
  const site: Site = { ...soundRegistry(served.root) };
  serveOnly(site);
  const answered = new WeakSet<object>();
  for (const [path, file] of Object.entries(site))
    files[path] = {
      body: ({ socket }, response) => {
        if (answered.has(socket)) return void socket.destroy();
        answered.add(socket);
        response.end(bytesOf(file));
      },
    };
  expect((await verifySite(webReader(served.root, get), { cache: "" })).faults).toEqual([]);
});

test("a server that stops answering is not asked for every file", async () => {
  const site: Site = {};
  for (let i = 0; i < 400; i++) site[`${i}.html`] = { body: String(i) };
  serveOnly(site);
  for (const path of Object.keys(site))
    if (/html$/.test(path)) files[path] = { body: (request) => request.socket.destroy() };
  const { faults } = await verifySite(webReader(served.root, get), { cache: "" });
  const unchecked = faults.find(({ code }) => code === "files-unchecked");
  expect(Number(unchecked?.args["count"])).toBeGreaterThan(360);
});

test("what hosts hide may be missing, and nothing else", async () => {
  const site: Site = {
    ...soundRegistry(served.root),
    ".nojekyll": { body: "" },
    "a/.nojekyll": { body: "" },
  };
  serveOnly(site);
  delete files[".nojekyll"];
  delete files["a/.nojekyll"];
  const { faults } = await verifySite(webReader(served.root, get), { cache: "" });
  expect(faults.map(({ args }) => args["file"])).toEqual(["a/.nojekyll"]);
});
