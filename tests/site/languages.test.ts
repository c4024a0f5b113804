import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { projectRoot } from "../support/run.ts";
import { builtSite, template } from "../support/sites.ts";

/** Sites in other languages: what says so, what stays English, and what no page loads. */

const inLanguage = (lang: string) => async (folder: string) => {
  cpSync(template, folder, { recursive: true });
  writeFileSync(join(folder, "registry.json"), JSON.stringify({ lang }));
};
const german = await builtSite("german", inLanguage("de"), "/");
const sites = { en: await builtSite("template", template, "/"), de: german };
/** Whether a page holds a text; the page itself is too long for a message. */
const holds = (path: string, text: string | RegExp, site = german): boolean =>
  typeof text === "string" ? read(path, site).includes(text) : text.test(read(path, site));
const read = (path: string, site = german): string => readFileSync(join(site, path), "utf8");

const strings = join(projectRoot, "src/strings");
const languages = readdirSync(strings, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

test("each page and each file for programs says its language", () => {
  for (const page of ["index.html", "404.html", "flags/index.html", "workspaces/blender/index.html"])
    expect(holds(page, '<html lang="de" dir="ltr">'), page).toBe(true);
  expect(holds("index.html", "Diese Registry zu Kasm hinzufügen")).toBe(true);
  expect(JSON.parse(read("manifest.webmanifest"))).toMatchObject({ lang: "de", dir: "ltr" });
  expect(JSON.parse(read("feed.json"))).toMatchObject({
    language: "de",
    title: "Workspace-Registry: Änderungen",
  });
  expect(holds("feed.xml", /<feed [^>]*xml:lang="de"/)).toBe(true);
  expect(JSON.parse(read("pagefind/pagefind-entry.json"))).toMatchObject({ languages: { de: {} } });
});

test.each([
  [
    "flags/index.html",
    '<p class="muted" lang="de" dir="ltr">Die längeren Texte dieser Seite sind auf Englisch.</p>',
  ],
  ["flags/index.html", /<h3>\s*Sitzung läuft als root\s*<\/h3>/],
  ["flags/index.html", '<span lang="en" dir="ltr">The session&#39;s programs run as root'],
  ["workspaces/docker-in-docker/index.html", "beherrscht wegen <code>privileged</code> den Host"],
  ["workspaces/docker-in-docker/index.html", '<span lang="en" dir="ltr">Nearly everything that keeps the'],
  ...["verify", "api", "new"].flatMap((page): [string, string | RegExp][] => [
    [`${page}/index.html`, /<main [^>]*lang="en" dir="ltr"/],
    [`${page}/index.html`, "sind auf Englisch"],
  ]),
])("a German %s holds %s", (page, text) => expect(holds(page, text)).toBe(true));

test("translated names of findings are not marked as English", () => {
  expect(holds("index.html", 'lang="en"')).toBe(false);
  expect(JSON.parse(read("search/guide.json"))).toMatchObject({ lang: "" });
});

test.each(["index.html", "flags/index.html", "new/index.html", "verify/index.html"])(
  "an English %s marks no text and says nothing of languages",
  (page) => {
    expect(read(page, sites.en).match(/lang="en"/g)).toHaveLength(1);
    expect(holds(page, "are in English", sites.en)).toBe(false);
  },
);

/** Every text of a language that is long enough not to occur by chance. */
async function textsOf(language: string): Promise<Set<string>> {
  const leaves = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(leaves)
        : [];
  const files = readdirSync(join(strings, language)).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(strings, language, name)).href) as Promise<object>),
  );
  return new Set(
    modules.flatMap(leaves).filter((text) => text.length > (/[^\u0000-\u02ff]/.test(text) ? 5 : 15)),
  );
}

test.each(Object.entries(sites))("the site in %s holds no text of other languages", async (own, site) => {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(js|html|json|xml)$/.test(path) && !path.startsWith("schema"))
    .map((path) => [path, read(path, site)] as const);
  const mine = new Set([...(await textsOf(own)), ...(await textsOf("en"))]);
  const all = files.map(([, text]) => text).join("\n");
  expect([...(await textsOf(own))].filter((text) => all.includes(text)).length).toBeGreaterThan(100);
  for (const other of languages.filter((language) => language !== own && language !== "en")) {
    const foreign = [...(await textsOf(other))].filter((text) => !mine.has(text));
    const found = files.flatMap(([path, text]) =>
      foreign.filter((each) => text.includes(each)).map((each) => `${basename(path)}: ${each}`),
    );
    expect(found, other).toEqual([]);
  }
});
