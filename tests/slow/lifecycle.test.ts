import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
import { day, start } from "../support/forty-commits.ts";
import { png } from "../support/made-up-registry.ts";
import { git } from "../support/git-repository.ts";
import { makeHistory, type CommitToMake } from "../support/history.ts";
import { deadLinks } from "../support/link-check.ts";
import { drawing, readJson, run, temporaryFolder, workspaceFolder } from "../support/run.ts";

const folder = temporaryFolder();
const path = (...parts: string[]): string => join(folder, ...parts);
const site = "https://registry.example.org/base/";

const files = (contents: Record<string, string | object>): CommitToMake["files"] =>
  Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [
      name,
      typeof content === "string" ? content : JSON.stringify(content),
    ]),
  );
/** A commit that removes all files of these workspaces. */
const without = (...names: string[]): CommitToMake["files"] =>
  Object.fromEntries(names.flatMap((name) => Object.keys(workspaceFolder(name))).map((name) => [name, null]));
const readme = (...lines: string[]): string => ["---", ...lines, "---", ""].join("\n");

/** A picture whose faults only drawing finds out: its checksums are right, and its data is none. */
function undrawable(): Buffer {
  const chunk = (type: string, data: string): Buffer => {
    const body = Buffer.from(type + data);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  // Its signature and its header.
  return Buffer.concat([png(300).subarray(0, 33), chunk("IDAT", "no data"), chunk("IEND", "")]);
}

const scripted = drawing.replace("<rect", "<script>alert(1)</script><rect");
const commits: CommitToMake[] = [
  {
    time: start,
    files: {
      "Juliet/juliet.png": undrawable(),
      ...files({
        ...workspaceFolder("Juliet", { image_src: "juliet.png" }),
        ...workspaceFolder("Alpha"),
        ...workspaceFolder("Beta"),
        ...workspaceFolder("Gamma"),
        ...workspaceFolder("Delta"),
        ...workspaceFolder("Echo"),
        ...workspaceFolder("Foxtrot"),
        ...workspaceFolder("Golf"),
        ...workspaceFolder("Hotel", { notes: "Needs a GPU" }),
        "Hotel/hotel.svg": scripted,
        // Refused by check, so never published.
        ...workspaceFolder("India", { image_src: "india.png" }),
        "India/india.png": "<script>alert(1)</script>",
      }),
    },
  },
  {
    time: start + day,
    files: {
      "Alpha/README.md": readme(
        "deprecated:",
        "  since: 2026-01-02",
        '  because: "Too old"',
        "  replaced_by: beta",
      ),
      "Gamma/README.md": readme("deprecated: true"),
      ...without("Delta", "Echo", "Foxtrot", "Hotel", "India", "Juliet"),
      "India/india.png": null,
      "Juliet/juliet.png": null,
      ...files({
        // By folder: everything but the name stays.
        ...Object.fromEntries(
          Object.entries(workspaceFolder("Echo")).map(([name, content]) => [
            name.replace(/^Echo/, "Echo Two"),
            content,
          ]),
        ),
        // By image: another icon, and another name.
        ...workspaceFolder("Foxtrot Next", {
          name: "example/foxtrot:2.0",
          description: "The Foxtrot workspace.",
        }),
        ...workspaceFolder("Golf", { image_src: "golf-new.svg" }),
        "Golf/golf-new.svg": drawing,
      }),
      "Golf/golf.svg": null,
    },
  },
  {
    time: start + 2 * day,
    files: {
      ...files(workspaceFolder("Delta")),
      ...without("Alpha"),
      "Alpha/README.md": null,
      "registry.json": JSON.stringify({
        deprecated_in_notes: true,
        withdrawn: {
          alpha: { since: "2026-01-03", because: "Beta does all of it.", replaced_by: "Beta" },
          Ancient: { because: "Before this history." },
        },
        renamed: { "very-old": "Delta" },
      }),
    },
  },
];

async function build(name: string, content: string): Promise<string> {
  const built = await run("build", [
    "--workspaces",
    content,
    "--out",
    path(name),
    "--site",
    site,
    "--skip-invalid",
  ]);
  expect(built.code, built.stderr).toBe(0);
  return path(name);
}

beforeAll(async () => {
  for (const number of commits.keys())
    await build(`state-${number}`, makeHistory(path(`content-${number}`), commits.slice(0, number + 1)));
  git(folder, "clone", "--quiet", "--depth", "1", `file://${path("content-2")}`, "shallow-content");
  await build("shallow", path("shallow-content"));
  cpSync(path("content-2"), path("plain-content"), { recursive: true });
  rmSync(path("plain-content", ".git"), { recursive: true });
  await build("plain", path("plain-content"));
});

const page = (state: string, slug: string): string =>
  readFileSync(path(state, "workspaces", slug, "index.html"), "utf8");
const text = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>|<header class="site.*?<\/header>|<footer.*?<\/footer>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
const redirect = (html: string): string | undefined =>
  /http-equiv="refresh" content="0; url=([^"]*)"/.exec(html)?.[1];
const names = (state: string): string[] =>
  readJson<{ workspaces: { friendly_name: string }[] }>(path(state, "1.1/list.json")).workspaces.map(
    ({ friendly_name: name }) => name,
  );

test("the lists hold what is there, and nothing of what is withdrawn", () => {
  expect(names("state-0")).toEqual(["Alpha", "Beta", "Delta", "Echo", "Foxtrot", "Gamma", "Golf", "Hotel"]);
  expect(names("state-1")).toEqual(["Alpha", "Beta", "Echo", "Foxtrot Next", "Gamma", "Golf"]);
  expect(names("state-2")).toEqual(["Beta", "Delta", "Echo", "Foxtrot Next", "Gamma", "Golf"]);
});

test("every address that was ever published answers, and leads somewhere", () => {
  const isAddress = (file: string): boolean =>
    /^(?:workspaces\/[^/]+\/(?:index\.html|changes\.json)|1\.[01]\/(?:workspaces|icons)\/.*)$/.test(file);
  const published = new Set(
    [0, 1].flatMap((number) => filesBelow(path(`state-${number}`)).filter(isAddress)),
  );
  expect(published.size).toBeGreaterThan(60);
  // Of the rest, pages of groups end with the last of a group, and the others belong to a page and its build.
  const lost = [0, 1].flatMap((number) =>
    filesBelow(path(`state-${number}`)).filter((file) => !existsSync(path("state-2", file))),
  );
  expect(lost.filter((file) => !/^(?:_astro|pagefind|thumbs|categories|kasm|all)\//.test(file))).toEqual([]);
  for (const later of ["state-1", "state-2"])
    for (const file of published) {
      if (later === "state-1" && !existsSync(path("state-0", file))) continue;
      expect(existsSync(path(later, file)), `${later}: ${file}`).toBe(true);
    }
  for (const state of ["state-0", "state-1", "state-2", "shallow", "plain"])
    expect(deadLinks(path(state), site), state).toEqual([]);
});

test("deprecated: a banner, a mark, the last place, an event, and the JSON of the workspace", () => {
  expect(text(page("state-1", "alpha"))).toContain(
    "Deprecated since January 2, 2026 Too old Use instead: Beta",
  );
  expect(text(page("state-1", "gamma"))).toContain("Deprecated ");
  expect(text(page("state-1", "beta"))).not.toContain("Deprecated");
  const json = (slug: string): unknown =>
    readJson(path("state-1/1.1/workspaces", `${slug}.json`))["deprecated"];
  expect(json("alpha")).toEqual({ since: "2026-01-02", because: "Too old", replaced_by: "beta" });
  expect(json("gamma")).toEqual({});
  expect(json("beta")).toBeUndefined();
  const home = readFileSync(path("state-1/index.html"), "utf8");
  const cards = [...home.matchAll(/class="card-name"[^>]*><a[^>]*>([^<]*)/g)].map(([, name]) => name);
  // Last comes the template of the browser.
  expect(cards.slice(0, -1)).toEqual(["Beta", "Echo", "Foxtrot Next", "Golf", "Alpha", "Gamma"]);
  expect(home.match(/class="fresh" data-until="1000000">\s*Deprecated/g)).toHaveLength(2);
  const { changes } = readJson<{ changes: { kind: string; text: string }[] }>(path("state-1/changes.json"));
  expect(changes.filter(({ kind }) => kind === "deprecated").map(({ text }) => text)).toEqual([
    "Gamma: deprecated",
    "Alpha: deprecated (2026-01-02 · → beta · Too old)",
  ]);
});

test("withdrawn: a page with the name, the icon, the dates and the image; not for search engines", () => {
  const html = page("state-1", "delta");
  expect(text(html)).toContain("Delta Withdrawn on January 2, 2026");
  expect(text(html)).toContain("January 1, 2026 to January 2, 2026");
  expect(text(html)).toContain("example/delta:1.0");
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain("/base/1.0/icons/delta.svg");
  expect(readFileSync(path("state-1/sitemap.xml"), "utf8")).not.toContain("delta");
  expect(readJson(path("state-1/withdrawn.json"))).toEqual({
    withdrawn: [
      {
        slug: "delta",
        name: "Delta",
        since: "2026-01-02",
        added: "2026-01-01",
        images: ["example/delta:1.0"],
        icon: "1.1/icons/delta.svg",
      },
      expect.objectContaining({ slug: "hotel" }),
      {
        slug: "india",
        name: "India",
        since: "2026-01-02",
        added: "2026-01-01",
        images: ["example/india:1.0"],
      },
      expect.objectContaining({ slug: "juliet" }),
    ],
    renamed: [
      { from: "echo", to: "echo-two" },
      { from: "foxtrot", to: "foxtrot-next" },
    ],
  });
  expect(readFileSync(path("state-1/feed.xml"), "utf8")).toContain("<li>Delta, Hotel, India and 1 more</li>");
  const feed = readFileSync(path("state-2/feed.xml"), "utf8");
  expect(feed).toContain("Alpha withdrawn");
  expect(feed).toContain(`${site}workspaces/alpha/`);
});

test("words of the author, and a return", () => {
  expect(text(page("state-2", "alpha"))).toContain(
    "Withdrawn on January 3, 2026 Beta does all of it. This registry no longer offers this workspace.",
  );
  expect(text(page("state-2", "alpha"))).toContain("Use instead: Beta");
  expect(text(page("state-2", "delta"))).not.toContain("Withdrawn on");
  expect(redirect(page("state-2", "very-old"))).toBe("../../workspaces/delta/");
});

test("badges of former workspaces say so, or are those of the new name", () => {
  const badge = (slug: string): unknown => readJson(path("state-1/badges", `${slug}.json`));
  expect(badge("delta")).toEqual({ schemaVersion: 1, label: "Delta", message: "Withdrawn" });
  expect(badge("echo")).toEqual(badge("echo-two"));
  expect(readJson(path("state-1/workspaces/foxtrot/oembed.json"))["title"]).toBe("Foxtrot Next");
});

test("renamed: the old page leads to the new one, whatever gave it away", () => {
  expect(redirect(page("state-1", "echo"))).toBe("../../workspaces/echo-two/");
  expect(redirect(page("state-1", "foxtrot"))).toBe("../../workspaces/foxtrot-next/");
  expect(readJson(path("state-1/1.1/workspaces/echo.json"))).toEqual({
    slug: "echo",
    schema: "1.1",
    renamed_to: "echo-two",
  });
  expect(readFileSync(path("state-1/workspaces/echo/changes.json"), "utf8")).toBe(
    readFileSync(path("state-1/workspaces/echo-two/changes.json"), "utf8"),
  );
});

test("old icons are cleaned and checked like new ones", () => {
  for (const schema of ["1.0", "1.1"]) {
    expect(readFileSync(path("state-1", schema, "icons/golf.svg"), "utf8")).toContain("<rect");
    const cleaned = readFileSync(path("state-1", schema, "icons/hotel.svg"), "utf8");
    expect(cleaned).toBe(readFileSync(path("state-0", schema, "icons/hotel.svg"), "utf8"));
    expect(cleaned).not.toContain("script");
    expect(existsSync(path("state-1", schema, "icons/india.png"))).toBe(false);
    expect(readFileSync(path("state-1", schema, "icons/juliet.png"), "latin1")).toMatch(/^RIFF.{4}WEBP/s);
  }
});

test.each(["shallow", "plain"])("without a whole history, the author's words alone count (%s)", (state) => {
  expect(names(state)).toEqual(names("state-2"));
  expect(text(page(state, "alpha"))).toContain("Withdrawn on January 3, 2026 Beta does all of it.");
  expect(text(page(state, "ancient"))).toContain("Ancient Withdrawn Before this history.");
  expect(redirect(page(state, "very-old"))).toBe("../../workspaces/delta/");
  expect(existsSync(path(state, "workspaces/hotel"))).toBe(false);
});

test("a deprecation in the notes changes nothing but the notes and the sha", () => {
  type Entry = Record<string, unknown> & { friendly_name: string };
  const entries = (state: string, schema: string): Entry[] =>
    readJson<{ workspaces: Entry[] }>(path(state, schema, "list.json")).workspaces;
  for (const schema of ["1.0", "1.1"]) {
    const [before, after] = ["state-1", "state-2"].map((state) =>
      entries(state, schema).find(({ friendly_name: name }) => name === "Gamma")!,
    ) as [Entry, Entry];
    expect(after["notes"]).toBe("Deprecated.");
    expect(after["sha"]).toMatch(/^[0-9a-f]{40}$/);
    expect(after["sha"]).not.toBe(before["sha"]);
    expect({ ...after, notes: undefined, sha: before["sha"] }).toEqual({ ...before, notes: undefined });
    const same = (state: string): Entry[] =>
      entries(state, schema).filter(({ friendly_name: name }) => /^(?:Beta|Echo|Golf)$/.test(name));
    expect(same("state-2")).toEqual(same("state-1"));
  }
});
