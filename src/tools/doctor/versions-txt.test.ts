import { expect, test } from "vitest";
import { details, statusHints } from "../../strings/doctor.ts";
import { readVersions, type Versions } from "./versions-txt.ts";

const url = "https://a.example/versions.txt";
const read = (body: string | number[], headers: Record<string, string> = {}, status = 200): Versions =>
  readVersions({
    ok: true,
    status,
    url,
    hops: [],
    headers,
    body: typeof body === "string" ? new TextEncoder().encode(body) : Uint8Array.from(body),
    cut: false,
  });
const codes = ({ faults }: Versions): string[] => faults.map(({ code }) => code);

test.each([
  ["1.0\n", ["1.0"], []],
  ["1.0\n1.1\n", ["1.0", "1.1"], []],
  ["1.1\n\n1.0\n1.1", ["1.1", "1.0"], []],
  ["1.0\r\n1.1\r\n", ["1.0", "1.1"], ["versions-crlf"]],
  ["1.0\r1.1", ["1.0", "1.1"], ["versions-crlf"]],
  [" 1.0\n1.1 \n", ["1.0", "1.1"], ["versions-spaces", "versions-spaces"]],
  ["1.0\nmain\n1.2\n", ["1.0"], ["versions-line", "versions-line"]],
  ["x1.0\n1.10\n", [], ["versions-none-known"]],
  ["\ufeff1.0\n1.1\n", ["1.1"], ["versions-bom"]],
  ["\ufeff1.0\n", [], ["versions-bom"]],
  ["\ufeffmain\n", [], ["versions-bom", "versions-line"]],
  ["1.0\na\nb\nc\nd\ne\nf\n", ["1.0"], Array(5).fill("versions-line")],
])("reads %j as the schemas %j and finds %j", (text, schemas, faults) => {
  const versions = read(text);
  expect(versions).toMatchObject({ state: "read", schemas });
  expect(codes(versions)).toEqual(faults);
});

test.each([
  ["", "unreadable", "versions-empty"],
  [" \n ", "unreadable", "versions-empty"],
  ["<!doctype html><p>1.0", "not-text", "versions-html"],
])("takes %j for %s", (text, state, code) => {
  const versions = read(text);
  expect(versions).toMatchObject({ state, schemas: [] });
  expect(codes(versions)).toEqual([code]);
});

test.each([
  [[0xff, 0xfe, 0x31], details.utf16],
  [[0xfe, 0xff, 0x31], details.utf16],
  [[0x31, 0, 0x2e, 0], details.utf16],
  [[0x31, 0x2e, 0x30, 0xe9], details.otherEncoding],
  [[0xff, 0x31], details.otherEncoding],
  [[0xfe, 0x31], details.otherEncoding],
  [[0x31, 0xfe], details.otherEncoding],
])("cannot read the bytes %j", (bytes, encoding) =>
  expect(read(bytes)).toEqual({
    state: "unreadable",
    schemas: [],
    faults: [{ code: "versions-encoding", args: { url, encoding } }],
  }),
);

test.each([
  [401, statusHints.forbidden],
  [403, statusHints.forbidden],
  [404, statusHints.missing],
  [410, statusHints.missing],
  [429, statusHints.limited],
  [500, statusHints.serverError],
  [503, statusHints.serverError],
  [499, statusHints.other],
  [204, statusHints.other],
])("says what a status of %i means", (status, hint) =>
  expect(read("1.0\n", {}, status)).toEqual({
    state: "missing",
    schemas: [],
    faults: [{ code: "versions-missing", args: { url, status: String(status), hint } }],
  }),
);

test.each([
  [undefined, []],
  ["text/plain; charset=utf-8", []],
  ["text/html", [{ code: "versions-type", args: { url, type: "text/html" } }]],
])("with content-type %j finds %j", (type, faults) =>
  expect(read("1.0\n", type === undefined ? {} : { "content-type": type }).faults).toEqual(faults),
);

test("names what stands there", () => {
  expect(read("main\ngh-pages\n").faults[0]!.args["lines"]).toBe(details.someAndLast('"main"', '"gh-pages"'));
  expect(read("1.0\nmain\n").faults[0]!.args["line"]).toBe('"main"');
  expect(read(" 1.0\n").faults[0]!.args["line"]).toBe('" 1.0"');
});
