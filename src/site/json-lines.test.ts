import { expect, test } from "vitest";
import { layOutJson, spanOf } from "./json-lines.ts";

const json =
  '{"name":"a:1","architecture":["amd64","arm64"],"size":12345678901234567890,"run_config":{"cap_add":["NET_ADMIN"],"a/b":{"c":[]},"volumes":[{"x":1.50,"y":true}]},"e":{}}';
const view = layOutJson(json);

test("the text is pretty and holds every value exactly", () => {
  expect(view.text).toBe(`{
  "name": "a:1",
  "architecture": ["amd64", "arm64"],
  "size": 12345678901234567890,
  "run_config": {
    "cap_add": ["NET_ADMIN"],
    "a/b": {
      "c": []
    },
    "volumes": [
      {"x": 1.50, "y": true}
    ]
  },
  "e": {}
}`);
});

test("every value's lines are found by its pointer", () => {
  expect(spanOf(view, "/name")).toEqual([1, 1]);
  expect(spanOf(view, "/run_config")).toEqual([4, 12]);
  expect(spanOf(view, "/run_config/cap_add/0")).toEqual([5, 5]);
  expect(spanOf(view, "/run_config/a~1b/c")).toEqual([7, 7]);
  expect(spanOf(view, "/run_config/volumes/0/y")).toEqual([10, 10]);
});

test("a pointer to nowhere gives what is nearest above it", () => {
  expect(spanOf(view, "/run_config/cap_add/0/1/2")).toEqual([5, 5]);
  expect(spanOf(view, "/nothing")).toEqual([0, 14]);
});

test("a long list has a line for each item", () => {
  const items = Array.from({ length: 12 }, (_, number) => `item number ${number}`);
  expect(layOutJson(JSON.stringify(items)).lines).toHaveLength(14);
});

test("what is no JSON is refused", () => {
  expect(() => layOutJson("")).toThrow("not JSON");
});

test("a list and an object in it stay on one line of 120 characters, and not of one more", () => {
  // Two for each value and the length of the JSON count.
  const list = (length: number): string => JSON.stringify(["x".repeat(length - 6)]);
  expect(layOutJson(list(120)).lines).toHaveLength(1);
  expect(layOutJson(list(121)).lines).toHaveLength(3);
  const inside = (length: number): string => `{"a":${list(length)}}`;
  expect(layOutJson(inside(118)).lines).toHaveLength(3);
  expect(layOutJson(inside(119)).lines).toHaveLength(5);
});

test("what holds lists or objects has a line for each of them", () => {
  expect(layOutJson("[[1],[2]]").text).toBe("[\n  [1],\n  [2]\n]");
  expect(layOutJson('[{"a":[1]}]').text).toBe('[\n  {\n    "a": [1]\n  }\n]');
  expect(layOutJson('{"a":{"b":1}}').text).toBe('{\n  "a": {\n    "b": 1\n  }\n}');
  expect(layOutJson("7").text).toBe("7");
});

test("each piece has its kind", () => {
  expect(layOutJson('[{"a":"b","c":null}]').lines[1]).toEqual({
    indent: 1,
    tokens: [
      { kind: "punctuation", text: "{" },
      { kind: "key", text: '"a"' },
      { kind: "punctuation", text: ": " },
      { kind: "string", text: '"b"' },
      { kind: "punctuation", text: ", " },
      { kind: "key", text: '"c"' },
      { kind: "punctuation", text: ": " },
      { kind: "other", text: "null" },
      { kind: "punctuation", text: "}" },
    ],
  });
});
