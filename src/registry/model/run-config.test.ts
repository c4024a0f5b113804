import { expect, test } from "vitest";
import { noteWords, valueWords } from "../../strings/findings.ts";
import {
  adviseProperty,
  hasType,
  isPropertyName,
  propertyTypes,
  typeInWords,
  type JsonType,
} from "./run-config.ts";

test("knows ninety names and the types of docker-py", () => {
  const names = Map.groupBy(Object.entries(propertyTypes), ([, type]) => type as JsonType);
  const counts = [...names].map(([type, of]) => [type, of.length] as const);
  expect(Object.fromEntries(counts)).toEqual({
    any: 2,
    boolean: 14,
    integer: 11,
    list: 17,
    "list or object": 6,
    "list or string": 3,
    "number or string": 6,
    object: 8,
    string: 23,
  });
  for (const type of Object.keys(Object.fromEntries(counts)) as JsonType[])
    expect(typeInWords(type)).not.toMatch("undefined");
});

test.each([
  ["privileged", true],
  ["Privileged", false],
  ["cap-add", false],
  ["constructor", false],
])("whether %s is a name: %j", (name, isName) => expect(isPropertyName(name)).toBe(isName));

test.each<[type: JsonType, fitting: unknown[]]>([
  ["any", [1, 1.5, "a", true, null, [], {}]],
  ["integer", [1]],
  ["boolean", [true]],
  ["list", [[]]],
  ["object", [{}]],
  ["string", ["a"]],
  ["list or object", [[], {}]],
  ["list or string", ["a", []]],
  ["number or string", [1, 1.5, "a"]],
])("%s takes %j", (type, fitting) =>
  expect([1, 1.5, "a", true, null, [], {}].filter((value) => hasType(value, type))).toEqual(fitting),
);

test("writes a type with its articles", () => {
  expect(typeInWords("string")).toBe(valueWords.string);
  expect(typeInWords("list or object")).toBe(`${valueWords.list}${valueWords.or}${valueWords.object}`);
});

const meant = (property: string, field: string | null = null): string =>
  noteWords.didYouMean({ property, field });
test.each([
  ["memory", meant("mem_limit", "memory")],
  ["mem", meant("mem_limit", "memory")],
  ["cpus", meant("nano_cpus", "cores")],
  ["GPUs", meant("device_requests", "gpu_count")],
  ["binds", meant("volumes")],
  ["publish", meant("ports")],
  ["env", meant("environment")],
  ["restart", meant("restart_policy")],
  ["net", meant("network_mode")],
  ["ipc", meant("ipc_mode")],
  ["pid", meant("pid_mode")],
  ["uts", meant("uts_mode")],
  ["userns", meant("userns_mode")],
  ["capabilities", meant("cap_add")],
  ["add-host", meant("extra_hosts")],
  ["workdir", meant("working_dir")],
  ["cmd", meant("command")],
  ["args", meant("command")],
  ["container_name", meant("name")],
  ["Logging", meant("log_config")],
  ["stop_timeout", noteWords.noSuchSetting],
  ["stop-grace-period", noteWords.noSuchSetting],
  ["cap-add", meant("cap_add")],
  ["TTY", meant("tty")],
  ["hostnam", meant("hostname")],
  ["nothing like it", null],
  [`memory${" ".repeat(80)}`, null],
])("advises on %j: %j", (written, advice) => expect(adviseProperty(written)).toBe(advice));
