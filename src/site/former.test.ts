import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRegistry } from "../registry/load.ts";
import { day, start } from "../../tests/support/forty-commits.ts";
import { makeHistory, type CommitToMake } from "../../tests/support/history.ts";
import { png } from "../../tests/support/made-up-registry.ts";
import { drawing, temporaryFolder, workspaceFolder } from "../../tests/support/run.ts";
import { formerOf, type Former } from "./former.ts";

const folder = temporaryFolder();
let number = 0;

const texts = (files: Record<string, string | object>): CommitToMake["files"] =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? content : JSON.stringify(content),
    ]),
  );
type Files = CommitToMake["files"];

/** The files of a workspace in another folder. */
const moved = (name: string, to: string): CommitToMake["files"] =>
  Object.fromEntries(
    Object.entries(texts(workspaceFolder(name))).map(([path, text]) => [path.replace(name, to), text]),
  );
const removed = (files: CommitToMake["files"]): CommitToMake["files"] =>
  Object.fromEntries(Object.keys(files).map((path) => [path, null]));
/** A picture that says to be 50,000 pixels wide. */
function largePng(): Buffer {
  const bytes = png(64);
  bytes.writeUInt32BE(50_000, 16);
  return bytes;
}

const stays = texts(workspaceFolder("Stays"));

/** The former workspaces after these commits, each a number of days after the first. */
function former(...commits: [days: number, files: CommitToMake["files"]][]): Former {
  const root = makeHistory(
    join(folder, String(number++)),
    commits.map(([days, files]) => ({ time: start + days * day, files })),
  );
  return formerOf(
    loadRegistry({ root, site: "https://example.org/", env: {}, publicFiles: [], repository: root }),
  );
}

test("an address of three years leads nowhere any more", () => {
  const after = (days: number): number => {
    const gone = texts(workspaceFolder("Gone"));
    const { withdrawn, icons } = former(
      [0, { ...stays, ...gone }],
      [1, removed(gone)],
      [1 + days, { "Stays/README.md": "Later" }],
    );
    expect(withdrawn.length).toBe(icons.length);
    return withdrawn.length;
  };
  expect([after(3 * 365), after(3 * 365 + 1)]).toEqual([1, 0]);
});

test("names that follow each other lead to the last", () => {
  const [a, b, c] = ["A", "B", "C"].map((to) => moved("Old", to)) as [
    CommitToMake["files"],
    CommitToMake["files"],
    CommitToMake["files"],
  ];
  const both = former([0, { ...stays, ...a }], [1, { ...removed(a), ...b }], [2, { ...removed(b), ...c }]);
  expect([...both.renamed]).toEqual([
    ["b", "c"],
    ["a", "c"],
  ]);
  const gone = former([0, { ...stays, ...a }], [1, { ...removed(a), ...b }], [2, removed(b)]);
  expect([...gone.renamed]).toEqual([["a", "b"]]);
  expect(gone.withdrawn.map(({ slug, added, since }) => [slug, added, since])).toEqual([
    ["b", "2026-01-01", "2026-01-03"],
  ]);
  const back = former([0, { ...stays, ...a }], [1, { ...removed(a), ...b }], [2, { ...removed(b), ...a }]);
  expect([[...back.renamed], back.withdrawn]).toEqual([[["b", "a"]], []]);
});

test("words in registry.json go before the history", () => {
  const [a, b] = [moved("Old", "A"), moved("Old", "B")] as const;
  const withdrawn = former(
    [0, { ...stays, ...a }],
    [1, { ...removed(a), ...b, "registry.json": '{"withdrawn": {"a": {"because": "Ended"}}}' }],
  );
  expect([...withdrawn.renamed]).toEqual([]);
  expect(withdrawn.withdrawn).toMatchObject([{ slug: "a", name: "Old", because: "Ended" }]);
  const renamed = former(
    [0, { ...stays, ...a }],
    [1, { ...removed(a), "registry.json": '{"renamed": {"A": "Stays"}}' }],
  );
  expect([[...renamed.renamed], renamed.withdrawn]).toEqual([[["a", "stays"]], []]);
});

test("a name that another workspace has taken leads to where the first one went", () => {
  const [a, b, c] = ["A", "B", "C"].map((to) => moved("Old", to)) as [Files, Files, Files];
  const other = texts(workspaceFolder("B", { description: "Something else.", cores: 4 }));
  const twice = former(
    [0, { ...stays, ...a }],
    [1, { ...removed(a), ...b }],
    [2, { ...removed(b), ...c }],
    [3, other],
  );
  expect([...twice.renamed]).toEqual([["a", "c"]]);
  const gone = former([0, { ...stays, ...a }], [1, { ...removed(a), ...b }], [2, removed(b)], [3, other]);
  expect([[...gone.renamed], gone.withdrawn.map(({ slug, since }) => [slug, since])]).toEqual([
    [],
    [["a", "2026-01-03"]],
  ]);
});

test("addresses of less than an hour answer too", () => {
  const minute = 1 / 24 / 60;
  const [a, b, c] = ["A", "B", "C"].map((to) => moved("Old", to)) as [Files, Files, Files];
  const chain = former(
    [0, { ...stays, ...a }],
    [1, { ...removed(a), ...b }],
    [1 + 20 * minute, { ...removed(b), ...c }],
  );
  expect([...chain.renamed].toSorted()).toEqual([
    ["a", "c"],
    ["b", "c"],
  ]);
  const brief = texts(workspaceFolder("Brief"));
  const { withdrawn } = former([0, stays], [1, brief], [1 + 30 * minute, removed(brief)]);
  expect(withdrawn).toMatchObject([{ slug: "brief", icon: "brief.svg" }]);
});

test("the icon stays where its file went before the workspace", () => {
  const gone = texts(workspaceFolder("Gone"));
  const { withdrawn, icons } = former(
    [0, { ...stays, ...gone }],
    [1, { "Gone/gone.svg": null }],
    [2, { "Gone/workspace.json": null }],
  );
  expect([withdrawn[0]!.icon, icons.map(({ name }) => name)]).toEqual(["gone.svg", ["gone.svg"]]);
  const renamed = former(
    [0, texts(workspaceFolder("Stays", { cores: 2 }))],
    [1, { "Stays/stays.svg": null, "Stays/new.svg": drawing }],
    [
      2,
      texts({
        "Stays/workspace.json": workspaceFolder("Stays", { image_src: "new.svg" })["Stays/workspace.json"]!,
      }),
    ],
  );
  expect(renamed.icons.map(({ name }) => name)).toEqual(["stays.svg"]);
});

test("an icon that a clash gave another name keeps answering under it", () => {
  const clash = (name: string): Files => ({
    ...texts(workspaceFolder(name, { image_src: "icon.svg" })),
    [`${name}/icon.svg`]: drawing.replace("#345", name === "A" ? "#111" : "#222"),
  });
  const { icons, withdrawn } = former([0, { ...clash("A"), ...clash("B") }], [1, removed(clash("A"))]);
  expect(icons.map(({ name, bytes }) => [name, String(bytes).includes("#222")])).toEqual([
    ["b-icon.svg", true],
  ]);
  // The name is that of the other's picture now.
  expect(withdrawn).toMatchObject([{ slug: "a", icon: "" }]);
});

test("a folder that changes its case keeps its address", () => {
  const [old, now] = [moved("Old", "Firefox"), moved("Old", "firefox")];
  const { renamed, withdrawn } = former([0, { ...stays, ...old }], [1, { ...removed(old), ...now }]);
  expect([[...renamed], withdrawn]).toEqual([[], []]);
});

test("what its README said at last is said of a withdrawn workspace", () => {
  const gone = {
    ...texts(workspaceFolder("Gone")),
    "Gone/README.md": "---\ndeprecated: {because: Old, replaced_by: Stays}\n---\n",
  };
  expect(former([0, { ...stays, ...gone }], [1, removed(gone)]).withdrawn).toMatchObject([
    { because: "Old", replacement: { slug: "stays" } },
  ]);
});

test("500 are shown, the last ones; those that the author names have no age", () => {
  const names = Object.fromEntries(Array.from({ length: 600 }, (_, place) => [`old-${place}`, {}]));
  const gone = texts(workspaceFolder("Gone"));
  const { withdrawn } = former(
    [0, { ...stays, ...gone }],
    [1, { ...removed(gone), "registry.json": JSON.stringify({ withdrawn: names }) }],
  );
  expect([withdrawn.length, withdrawn[0]!.slug]).toEqual([500, "gone"]);
  const late = former(
    [0, { ...stays, ...gone }],
    [1, removed(gone)],
    [2000, { "registry.json": '{"withdrawn": {"gone": {"because": "Old"}}}' }],
  );
  expect(late.withdrawn).toMatchObject([{ name: "Gone", since: "2026-01-02", because: "Old" }]);
});

test("examples of the template that are gone as they came never were here", () => {
  const example = texts(workspaceFolder("Example"));
  const marks = { ".examples.json": `{"Example": "${"0".repeat(40)}"}` };
  const asDelivered = former([0, example], [1, marks], [2, stays], [3, removed(example)]);
  expect([asDelivered.withdrawn, asDelivered.icons]).toEqual([[], []]);
  const edited = former(
    [0, example],
    [1, marks],
    [2, { ...stays, ...texts(workspaceFolder("Example", { cores: 4 })) }],
    [3, removed(example)],
  );
  expect(edited.withdrawn).toMatchObject([{ slug: "example" }]);
});

test("a workspace that is there again, in whatever case, is not gone", () => {
  const gone = texts(workspaceFolder("Gone"));
  const again = former([0, { ...stays, ...gone }], [1, removed(gone)], [2, gone]);
  expect([again.withdrawn, again.icons]).toEqual([[], []]);
});

test("an icon whose name is spelt otherwise is published once", () => {
  const [one, two] = ["caf\u00e9.svg", "cafe\u0301.svg"] as const;
  const files = texts(workspaceFolder("Stays", { image_src: one }));
  const svg = files["Stays/stays.svg"]!;
  const { icons } = former(
    [0, { ...files, [`Stays/${one}`]: svg }],
    [
      1,
      {
        ...texts(workspaceFolder("Stays", { image_src: two })),
        [`Stays/${one}`]: null,
        [`Stays/${two}`]: svg,
      },
    ],
  );
  expect(icons).toEqual([]);
});

test.each([
  ["a path", "../evil.svg", "Gone/../evil.svg"],
  ["a page", "page.svg", "Gone/page.svg", "<script>alert(1)</script>"],
  ["a picture that is too large", "large.png", "Gone/large.png", largePng()],
  ["a file that runs", "run.html", "Gone/run.html", drawing],
])("does nothing with %s in place of an old icon", (_, image, path, content = drawing) => {
  const gone = texts(workspaceFolder("Gone", { image_src: image }));
  const files = { ...stays, ...gone, ...(path.includes("..") ? {} : { [path]: content }) };
  const { icons, withdrawn } = former([0, files], [1, removed({ ...gone, [path]: null })]);
  expect(icons).toEqual([]);
  expect(withdrawn).toMatchObject([{ slug: "gone", icon: "" }]);
});

test("an icon that another workspace has now is that one's", () => {
  const gone = texts(workspaceFolder("Gone", { image_src: "icon.svg" }));
  const svg = String(gone["Gone/gone.svg"]);
  const before = { ...gone, "Gone/icon.svg": svg, "Gone/gone.svg": null };
  const one = former([0, { ...stays, ...before }], [1, removed(before)]);
  expect(one.icons.map(({ name }) => name)).toEqual(["icon.svg"]);
  expect(one.withdrawn[0]!.icon).toBe("icon.svg");
  const other = texts(workspaceFolder("Other", { image_src: "icon.svg", name: "x/y:1" }));
  const two = former(
    [0, { ...stays, ...before }],
    [1, removed(before)],
    [5, { ...other, "Other/icon.svg": svg.replace("#", "#f") }],
  );
  expect(two.icons).toEqual([]);
  expect(two.withdrawn[0]!.icon).toBe("");
});
