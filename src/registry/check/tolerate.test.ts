import { expect, test } from "vitest";
import { newestKasm } from "../model/kasm-versions.ts";
import { severityOf } from "../model/problem.ts";
import { messageOf } from "../model/text.ts";
import { bent, codesOf, faultsOf, picture, sound11 } from "./workspace.fixture.ts";
import { checkedData, validateWorkspace } from "./workspace.ts";

const outcome = (text: string): string[] =>
  faultsOf(text).map((fault) => `${severityOf(fault)} ${fault.code}`);
const dataOf = (text: string) => {
  const content = { folder: "A", slug: "a", content: text, files: [picture("editor.png")] };
  const { workspace, differences } = validateWorkspace(content);
  return checkedData(workspace!, differences);
};

test.each([
  ["no description", { description: undefined }, "warning missing-key"],
  ["description null", { description: null }, "warning null-value"],
  ["description a number", { description: 1 }, "error wrong-type"],
  ["size a text", { uncompressed_size_mb: "2170" }, "error wrong-type"],
  ["size null", { uncompressed_size_mb: null }, "warning null-value"],
  ["size negative", { uncompressed_size_mb: -1 }, "error out-of-range"],
  ["an optional key null", { run_config: null }, "warning null-value"],
  ["image null", { name: null }, "error null-value"],
  ["options a text", { run_config: "{}" }, "error wrong-type"],
  ["cores a text", { cores: "2" }, "error wrong-type"],
  ["categories a text", { categories: "Browser" }, "error wrong-type"],
  ["an empty category", { categories: [""] }, "warning empty-value"],
  ["a category null", { categories: [null] }, "error null-value"],
  ["an architecture twice", { architecture: ["amd64", "amd64"] }, "warning duplicate-item"],
  [
    "an unknown architecture beside a known one",
    { architecture: ["amd64", "x"] },
    "warning unknown-architecture",
  ],
  ["an unknown architecture alone", { architecture: ["x86_64"] }, "error unknown-architecture"],
  ["another type of workspace", { image_type: "VM" }, "warning not-allowed"],
  ["a field of another type", { x_res: "1920" }, "warning wrong-type"],
  ["a misspelt name", { friendly_name: undefined, freindly_name: "A" }, "error missing-key"],
] as const)("1.0: %s", (_, change, expected) => expect(outcome(bent(change))).toEqual([expected]));

const link = (name: unknown) => ({ image_type: "Link", link_url: "https://example.org/", name });

test.each([
  ["no image", link(undefined), []],
  ["an empty image", link(""), []],
  ["the image null", link(null), ["warning null-value"]],
  ["text that is no image", link("Our Wiki"), []],
  ["another image's tag", link("kasmweb/chrome:latest"), []],
  ["an image of another type", link(5), ["error wrong-type"]],
  ["a misspelt image", { ...link(undefined), names: "a" }, ["warning missing-key"]],
  ["no size", { ...link(undefined), uncompressed_size_mb: undefined }, []],
  ["the size 0", { ...link(undefined), uncompressed_size_mb: 0 }, []],
])("a link, which has no image, with %s", (_, change, expected) =>
  expect(outcome(bent(change))).toEqual(expected),
);

test.each([
  [{ version: newestKasm }, []],
  [{ version: newestKasm, image: "" }, []],
  [{ version: newestKasm, image: null }, ["warning null-value"]],
])("a link of schema 1.1 with the entry %j", (entry, expected) =>
  expect(outcome(bent({ image_type: "Link", compatibility: [entry] }, sound11))).toEqual(expected),
);

// A server belongs to one deployment, so an entry for it has nothing that another deployment could start.
test.each(["Server", "Server Pool", "Container", "VM"])("a workspace of type %s needs an image", (type) =>
  expect(outcome(bent({ image_type: type, name: undefined }))).toContain("error missing-key"),
);

test.each([
  ["the image at the top", { name: "a/b:1" }, "warning schema-10-key"],
  ["the size at the top", { uncompressed_size_mb: 100 }, "warning schema-10-key"],
])("1.1: %s", (_, change, expected) => expect(outcome(bent(change, sound11))).toEqual([expected]));

test("values that differ from the schema are not in data, and others keep their places", () => {
  const change = {
    architecture: ["x", "amd64", "y", "y"],
    x_res: "1",
    y_res: 2,
    notes: null,
    description: null,
  };
  const { data } = dataOf(bent(change));
  expect(data).toMatchObject({ architecture: ["amd64"], y_res: 2, description: "" });
  expect(["x_res", "notes"].filter((key) => key in data)).toEqual([]);
});

test("more of them than a report shows", () => {
  const entry = { version: newestKasm, image: "a/b:1", uncompressed_size_mb: 100, available_tags: null };
  const { data } = dataOf(bent({ compatibility: Array.from({ length: 60 }, () => entry) }, sound11));
  expect(JSON.stringify(data)).not.toContain("null");
});

test("a sound workspace is handed on as it is", () => {
  expect(dataOf(bent({})).data).not.toHaveProperty("description", "");
});

test("null in a field of fixed values is said once", () => {
  expect(codesOf(bent({ cpu_allocation_method: null }))).toEqual(["13:28 null-value"]);
});

test("a warning does not say that a server reads nothing else, and an error does", () => {
  const said = (change: object): string => messageOf(faultsOf(bent({ ...change }))[0]!);
  expect(said({ x_res: "1920" })).toBe(
    'x_res is the text "1920", but must be a whole number. It is published as it is, and Kasm servers get along with it or ignore it. Write 1920, without quotation marks.',
  );
  expect(said({ notes: null })).toBe(
    "notes is null. A key is either given or left out; Kasm servers read null as if the key were left out. Delete the key, or give it a value.",
  );
  expect(said({ cores: "2" })).toContain("A Kasm server reads nothing else there.");
  expect(said({ name: null })).toContain("null breaks readers that expect a text");
});
