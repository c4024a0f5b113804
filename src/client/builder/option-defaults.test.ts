import { expect, test } from "vitest";
import { propertyTypes } from "../../registry/model/run-config.ts";
import { reviewWorkspace } from "../../review/index.ts";
import { firstValue } from "./option-defaults.ts";

test.each(Object.entries(propertyTypes))(
  "%s begins with a value of a type that Docker's library takes: %s",
  (name, shape) => {
    const value = firstValue({ name, does: "", shape });
    const rules = reviewWorkspace({ run_config: { [name]: value } }).map(({ rule }) => rule);
    expect(rules).not.toContain("type-mismatch");
  },
);
