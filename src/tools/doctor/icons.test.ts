import { expect, test } from "vitest";
import { jpeg, png } from "../../../tests/support/made-up-registry.ts";
import { details } from "../../strings/doctor.ts";
import { examineIcons, iconFaults, type IconUse } from "./icons.ts";
import type { FetchedFile, FetchResult } from "./request.ts";

const url = "https://lab.example/1.1/icons/a.png";
const file = (body: Uint8Array | string, more: Partial<FetchedFile> = {}): FetchedFile => ({
  ok: true,
  status: 200,
  url,
  hops: [],
  headers: {},
  body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  cut: false,
  ...more,
});
const silence: FetchResult = {
  ok: false,
  url,
  fault: { code: "timed-out", args: { url: "URL", stage: "no answer", seconds: "1" } },
};
const broken = (found: string) => ({ code: "icon-not-image", args: { url, found, workspace: "W" } });
const blocked = (found: string) => ({ code: "icon-blocked", args: { url, found } });
const wrong = (format: string, claim: string) => ({
  code: "icon-type",
  args: { url, format, claim, workspace: "W" },
});
const missing = (cause: string) => ({ code: "icon-missing", args: { url, cause, workspace: "W" } });
const large = (size: string) => ({ code: "icon-large", args: { url, size, workspace: "W" } });
const policy = (value: string) => ({ headers: { "cross-origin-resource-policy": value } });
const length = (bytes: number, more = {}) => ({
  cut: true,
  headers: { "content-length": String(bytes), ...more },
});
const torn = png().subarray(0, 60);
const bmp = Buffer.concat([Buffer.from("BM"), Buffer.alloc(60)]);

test.each<[name: string, result: FetchResult, faults: object[]]>([
  ["a picture", file(png()), []],
  ["no answer", silence, [missing(details.notLoaded("URL: no answer within 1 seconds"))]],
  ["another status", file(png(), { status: 403 }), [missing(details.answers(403))]],
  ["an empty file", file(""), [broken(details.emptyFile)]],
  ["a web page", file("<html>"), [broken(details.webPage)]],
  ["a text", file("hello"), [broken(details.otherContent)]],
  [
    "a page that no other site may load",
    file("<html>", policy("same-origin")),
    [blocked("same-origin"), broken(details.webPage)],
  ],
  ["a picture for its own origin", file(png(), policy(" Same-Origin ")), [blocked("same-origin")]],
  ["a picture for its own site", file(png(), policy("same-site")), [blocked("same-site")]],
  ["a picture for everybody", file(png(), policy("cross-origin")), []],
  [
    "a picture of another type",
    file(png(), { headers: { "content-type": "text/html; x" } }),
    [wrong("a PNG picture", details.typeClaim("text/html"))],
  ],
  ["a picture of its own type", file(png(), { headers: { "content-type": "Image/PNG; x" } }), []],
  ["a JPEG", file(jpeg), [wrong("a JPEG picture", details.formatClaim("a PNG picture"))]],
  ["the beginning of a picture", file(torn, { cut: true }), []],
  ["a picture of 1 MB", file(png(), length(1_000_000)), []],
  ["a picture of more than 1 MB", file(png(), length(1_000_001)), [large("1.0 MB")]],
  [
    "a picture of more than 1 MB as unpacked",
    file(png(), length(2_000_000, { "content-encoding": "gzip" })),
    [],
  ],
  ["a picture that was read to its end", file(png(), { ...length(2_000_000), cut: false }), []],
])("reports %s", (_, result, faults) => {
  expect(iconFaults(result, "a.png", "W")).toEqual(faults);
});

test("names a format that not every browser shows, and a damaged picture", () => {
  expect(iconFaults(file(bmp), "a.png", "W")).toEqual([broken(details.rareFormat("a BMP picture"))]);
  expect(iconFaults(file(torn), "a.png", "W")).toEqual([
    broken(details.damagedFile("the file ends too early")),
  ]);
});

test.each([
  ["a.png", []],
  ["a.PNG", []],
  ["a", [wrong("a PNG picture", details.noExtension)]],
  ["a.txt", [wrong("a PNG picture", details.extensionClaim("txt"))]],
  ["a.jpeg", [wrong("a PNG picture", details.formatClaim("a JPEG picture"))]],
])("compares a PNG with its name %s", (name, faults) => {
  expect(iconFaults(file(png()), name, "W")).toEqual(faults);
});

const use = (image_src: IconUse["image_src"], workspaces = ["W"]): IconUse => ({
  schema: "1.1",
  image_src,
  workspaces,
});
async function examined(uses: IconUse[], answer: (index: number) => FetchResult = () => file(png())) {
  const asked: string[] = [];
  const get = (path: string, limits: object): Promise<FetchResult> => {
    expect(limits).toEqual({ limit: 65_536, cut: true });
    return Promise.resolve(answer(asked.push(path) - 1));
  };
  return { faults: await examineIcons({ address: (path) => path, get }, uses), asked };
}

test("asks for each icon in the folder of its list", async () =>
  expect(await examined([use("a.png"), { ...use("b c?.png"), schema: "1.0" }])).toEqual({
    faults: [],
    asked: ["1.1/icons/a.png", "1.0/icons/b%20c%3F.png"],
  }));

test.each(["", "a/b.png", "/a", "a\\b.png", "a\0.png", ".", ".."])(
  "does not ask for %j, which is no file name",
  async (name) =>
    expect(await examined([use(name, ["A", "x".repeat(61)])])).toEqual({
      faults: [
        {
          code: "icon-name",
          args: {
            found: `"${name.replace("\0", "\\u0000")}"`,
            workspace: details.someAndLast('"A"', `"${"x".repeat(59)}…`),
          },
        },
      ],
      asked: [],
    }),
);

test.each(["...", ".a", "a.", "..a"])("asks for %j, which is a file name", async (name) =>
  expect((await examined([use(name)])).asked).toEqual([`1.1/icons/${name}`]),
);

test("leaves an icon without a name to the check of the list", async () =>
  expect(await examined([use(7), use(undefined)])).toEqual({ faults: [], asked: [] }));

const unchecked = (count: string, cause: string) => [{ code: "icons-unchecked", args: { count, cause } }];
const many = (count: number): IconUse[] => Array.from({ length: count }, () => use("a.png"));

test.each([
  [2000, []],
  [2001, unchecked("1", details.tooManyIcons(2000))],
])("of %i icons reports %j", async (count, faults) => {
  const { faults: found, asked } = await examined(many(count));
  expect(found).toEqual(faults);
  expect(asked).toHaveLength(2000);
});

test("stops asking a server that is silent", async () => {
  const { faults, asked } = await examined(many(40), () => silence);
  // Eight are asked at once, so some are on their way when the sixteenth stays away.
  expect(asked.length).toBeGreaterThanOrEqual(16);
  expect(asked.length).toBeLessThan(16 + 8);
  expect(faults.filter(({ code }) => code === "icon-missing")).toHaveLength(asked.length);
  expect(faults.at(-1)).toEqual(unchecked(String(40 - asked.length), details.serverSilent)[0]);
});

test.each([
  ["answers in between", (index: number) => (index % 16 === 15 ? file(png()) : silence)],
  [
    "fails in another way",
    (): FetchResult => ({ ok: false, url, fault: { code: "not-http", args: { detail: "" } } }),
  ],
])("goes on asking a server that %s", async (_, answer) => {
  const { faults, asked } = await examined(many(40), answer);
  expect(asked).toHaveLength(40);
  expect(faults.filter(({ code }) => code === "icons-unchecked")).toEqual([]);
});
