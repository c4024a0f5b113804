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
