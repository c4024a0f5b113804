import { expect, test } from "vitest";
import { propertyTypes } from "../../registry/model/run-config.ts";
import { reviewWorkspace } from "../../review/index.ts";
import { firstValue, jsonExamples } from "./option-defaults.ts";

test.each(Object.entries(propertyTypes))(
  "%s begins with a value of a type that Docker's library takes: %s",
  (name, jsonType) => {
    const value = firstValue({ name, does: "", jsonType });
    const rules = reviewWorkspace({ run_config: { [name]: value } }).map(({ rule }) => rule);
    expect(rules).not.toContain("type-mismatch");
  },
);

test.each(Object.entries(jsonExamples))(
  "the example of %s leaves nothing empty but a whole of the reader's own",
  (name, example) => {
    const isOwn = ["networking_config", "lxc_conf"].includes(name);
    expect(JSON.stringify(example)).toMatch(isOwn ? /^\{\}$/ : /^(?!.*(?:""|\[\]|\{\})).+$/);
    expect(firstValue({ name, does: "", jsonType: "object" })).toEqual(example);
  },
);

test.each([
  ["hook", { cmd: "" }],
  ["boolean", true],
  ["object", {}],
  ["list or object", {}],
  ["list", []],
  ["list or string", ""],
  ["number", ""],
  ["", ""],
])("an option of the type %j begins with %j", (jsonType, value) =>
  expect(firstValue({ name: "any", does: "", jsonType })).toEqual(value),
);

test.each([
  ["privileged", true],
  ["volumes", {}],
])("%s begins with %j in every type", (name, value) =>
  expect(firstValue({ name, does: "", jsonType: "string" })).toEqual(value),
);

test("a changed value leaves the example as it was", () => {
  const first = firstValue({ name: "ulimits", does: "", jsonType: "list" });
  expect(first).not.toBe(jsonExamples["ulimits"]);
});
