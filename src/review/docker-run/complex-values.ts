import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { asNumber, asText, isEmpty, ownAnyCase } from "../values.ts";
import { commaSeparated, quote } from "./quote.ts";
import { each, fieldsOf, type Render } from "./values.ts";

/** A mount object of Docker's interface as the fields of `--mount`. */
export const mounts: Render = each("--mount", (item) => {
  if (!isObject(item) || !asText(ownAnyCase(item, "Target"))) return null;
  const bind = objectAt(item, "BindOptions");
  const volume = objectAt(item, "VolumeOptions");
  const tmpfs = objectAt(item, "TmpfsOptions");
  const driver = objectAt(volume, "DriverConfig");
  const mode = ownAnyCase(tmpfs, "Mode");
  const flag = (object: JsonObject, key: string, field: string): string[] =>
    ownAnyCase(object, key) === true ? [field] : [];
  return commaSeparated([
    ...fieldsOf(item, { Type: "type", Source: "source", Target: "target", Consistency: "consistency" }),
    ...flag(item, "ReadOnly", "readonly"),
    ...fieldsOf(bind, { Propagation: "bind-propagation" }),
    ...flag(bind, "NonRecursive", "bind-recursive=disabled"),
    ...flag(volume, "NoCopy", "volume-nocopy"),
    ...fieldsOf(volume, { Subpath: "volume-subpath" }),
    ...pairsOf(volume, "Labels", "volume-label"),
    ...fieldsOf(driver, { Name: "volume-driver" }),
    ...pairsOf(driver, "Options", "volume-opt"),
    ...fieldsOf(tmpfs, { SizeBytes: "tmpfs-size" }),
    // Docker's interface has the number, its command line the digits of chmod.
    ...(typeof mode === "number" ? [`tmpfs-mode=${mode.toString(8)}`] : []),
  ]);
});

/** `field=name=value` for the members of an object below a key. */
function pairsOf(object: JsonObject, key: string, field: string): string[] {
  return Object.entries(objectAt(object, key)).map(([name, value]) => `${field}=${name}=${asText(value)}`);
}

/** Device requests: those of the Container Device Interface as `--device`, others as `--gpus` takes them. */
export const deviceRequests: Render = (value) => {
  if (!Array.isArray(value)) return null;
  const words = value.map((item) => (isObject(item) ? (cdiDevices(item) ?? gpus(item)) : null));
  return words.includes(null) ? null : words.flatMap((options) => options ?? []);
};

function idsOf(request: JsonObject): string[] {
  return textsOf(ownAnyCase(request, "DeviceIDs") ?? ownAnyCase(request, "device_ids"));
}

function cdiDevices(request: JsonObject): string[][] | null {
  return ownAnyCase(request, "Driver") === "cdi" ? idsOf(request).map((id) => ["--device", id]) : null;
}

/** "all", a number, or fields; null where the capabilities are not those of one GPU request, which always holds "gpu". */
function gpus(request: JsonObject): string[][] | null {
  const lists = ownAnyCase(request, "Capabilities") ?? [["gpu"]];
  const wanted = Array.isArray(lists) && lists.length < 2 ? textsOf(lists) : [];
  if (!wanted.includes("gpu")) return null;
  const capabilities = wanted.filter((name) => name !== "gpu");
  const count = asNumber(ownAnyCase(request, "Count")) ?? 0;
  const ids = idsOf(request);
  const amount = count === -1 ? "all" : String(count);
  const options = Object.entries(objectAt(request, "Options")).map(
    ([name, text]) => `${name}=${asText(text)}`,
  );
  const fields = [
    ...fieldsOf(request, { Driver: "driver" }),
    ...(ids.length > 0 ? [`device=${ids.join(",")}`] : []),
    ...(ids.length === 0 || count !== 0 ? [`count=${amount}`] : []),
    ...(capabilities.length > 0 ? [`capabilities=${capabilities.join(",")}`] : []),
    ...(options.length > 0 ? [`options=${commaSeparated(options)}`] : []),
  ];
  return [["--gpus", fields.join() === `count=${amount}` ? amount : commaSeparated(fields)]];
}

/** {Test, Interval, Timeout, Retries, StartPeriod}; times are in nanoseconds. */
export const healthcheck: Render = (value) => {
  if (!isObject(value)) return null;
  const test = ownAnyCase(value, "Test");
  if (Array.isArray(test) && test[0] === "NONE") return [["--no-healthcheck"]];
  const command = isEmpty(test) ? "" : healthCommand(test ?? null);
  if (command === null) return null;
  const retries = asText(ownAnyCase(value, "Retries"));
  return [
    ...(command ? [["--health-cmd", command]] : []),
    ...Object.entries({ Interval: "--health-interval", Timeout: "--health-timeout" }).flatMap(
      ([key, option]) => time(option, ownAnyCase(value, key)),
    ),
    ...time("--health-start-period", ownAnyCase(value, "StartPeriod") ?? ownAnyCase(value, "start_period")),
    ...(retries ? [["--health-retries", retries]] : []),
  ];
};

/** The docker command runs a health command in a shell, so the words of the other form are quoted for one. */
function healthCommand(test: JsonValue): string | null {
  if (typeof test === "string") return test;
  if (!Array.isArray(test) || test.length < 2 || !test.every((item) => typeof item === "string")) return null;
  const [kind, ...words] = test;
  if (kind === "CMD-SHELL") return words.join(" ");
  return kind === "CMD" ? words.map(quote).join(" ") : null;
}

function time(option: string, value: JsonValue | undefined): string[][] {
  const nanoseconds = asNumber(value);
  if (!nanoseconds) return [];
  if (nanoseconds % 1e9 === 0) return [[option, `${nanoseconds / 1e9}s`]];
  return [[option, nanoseconds % 1e6 === 0 ? `${nanoseconds / 1e6}ms` : `${nanoseconds}ns`]];
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = ownAnyCase(object, key);
  return isObject(value) ? value : {};
}

/** The texts of a list, or of a list of lists. */
function textsOf(value: JsonValue | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => (Array.isArray(item) ? item.map(asText) : [asText(item)]));
}
