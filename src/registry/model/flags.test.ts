import type { JsonValue } from "./json.ts";
import { expect, test } from "vitest";
import { officialFlags } from "./flags.ts";
import { propertyTypes } from "./run-config.ts";
import { ignoredProperties, isIgnored } from "./unflagged-properties.ts";

const flags = (config: JsonValue): string[] =>
  officialFlags({ run_config: config }).map(({ flag, property }) => `${property} ${flag}`);

test("flags what Kasm's documentation flags in its example", () => {
  expect(
    officialFlags({
      run_config: { user: 1000, entrypoint: ["/kasminit"], security_opt: ["seccomp=unconfined"] },
    }),
  ).toStrictEqual(isIgnored("security_opt") ? [] : [{ flag: "flag_property", property: "security_opt" }]);
});

test.each([1000, "1000", " 1000 "])("user %j is Kasm's own", (user) => expect(flags({ user })).toEqual([]));

test.each([0, "root", "1000:1000", "", null, true, 1000.5, "+1000", "01000", ["1000"], {}] as JsonValue[])(
  "user %j is flagged",
  (user) => expect(flags({ user })).toEqual(["user flag_user"]),
);

test.each([false, null, 0, "", [], {}] as JsonValue[])("privileged %j is off", (privileged) =>
  expect(flags({ privileged })).toEqual([]),
);

test.each([true, 1, -1, "false", "0", " ", [false], { a: null }] as JsonValue[])(
  "privileged %j is on",
  (privileged) => expect(flags({ privileged })).toEqual(["privileged flag_privileged"]),
);

test("every other name is flagged with any value, known or not, in key order", () => {
  const config = JSON.parse(
    '{"zz": null, "yy": true, "hostname": "kasm", "xx": [], "__proto__": 1, "entrypoint": {}, "constructor": "", "Hostname": 1}',
  );
  expect(flags(config)).toEqual([
    "zz flag_property",
    "yy flag_property",
    "xx flag_property",
    "__proto__ flag_property",
    "constructor flag_property",
    "Hostname flag_property",
  ]);
});

test("the 90 names are flagged, but for those of the list, and two have flags of their own", () => {
  const config = Object.fromEntries(Object.keys(propertyTypes).map((name) => [name, "x"]));
  const own = ["user", "privileged"];
  expect(flags(config).filter((line) => line.endsWith(" flag_property"))).toEqual(
    Object.keys(propertyTypes)
      .filter((name) => !own.includes(name) && !Object.hasOwn(ignoredProperties, name))
      .map((name) => `${name} flag_property`),
  );
  expect(flags(config)).toEqual(expect.arrayContaining(["user flag_user", "privileged flag_privileged"]));
});

test.each([undefined, null, "{}", [], ["user"], 5, true])("run_config %j has no flags", (config) => {
  expect(officialFlags(config === undefined ? {} : { run_config: config })).toEqual([]);
});
