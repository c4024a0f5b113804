import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { asNumber, asText, isEmpty, ownAnyCase } from "../values.ts";
import { commaSeparated, quote } from "./quote.ts";
import { each, fieldsOf, type Render } from "./values.ts";

/** A mount object of Docker's interface as the fields of `--mount`. */
export const mounts: Render = each("--mount", (item) => {
  if (!isObject(item) || !asText(ownAnyCase(item, "Target"))) return null;
  const bind = objectAt(item, "BindOptions");
  const tmpfs = objectAt(item, "TmpfsOptions");
  const driver = objectAt(objectAt(item, "VolumeOptions"), "DriverConfig");
  return commaSeparated([
    ...fieldsOf(item, { Type: "type", Source: "source", Target: "target" }),
    ...(ownAnyCase(item, "ReadOnly") === true ? ["readonly"] : []),
    ...fieldsOf(bind, { Propagation: "bind-propagation" }),
    ...fieldsOf(tmpfs, { SizeBytes: "tmpfs-size", Mode: "tmpfs-mode" }),
    ...fieldsOf(driver, { Name: "volume-driver" }),
    ...Object.entries(objectAt(driver, "Options")).map(
      ([name, value]) => `volume-opt=${name}=${asText(value)}`,
    ),
  ]);
});

/** Device requests as `--gpus` takes them: "all", a number, or fields. */
export const gpus: Render = each("--gpus", (item) => {
  if (!isObject(item)) return null;
  const count = asNumber(ownAnyCase(item, "Count"));
  const ids = textsOf(ownAnyCase(item, "DeviceIDs"));
  const capabilities = textsOf(ownAnyCase(item, "Capabilities")).filter((name) => name !== "gpu");
  const driver = fieldsOf(item, { Driver: "driver" });
  const amount = count === -1 ? "all" : String(count ?? 0);
  if (ids.length + capabilities.length + driver.length === 0) return count ? amount : null;
  return commaSeparated([
    ...driver,
    ids.length ? `device=${ids.join(",")}` : `count=${amount}`,
    ...(capabilities.length ? [`capabilities=${capabilities.join(",")}`] : []),
  ]);
});

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
