import { isObject, type JsonObject, type JsonValue } from "../../src/registry/model/json.ts";

/** A request for a container with everything taken away that means nothing to the engine, and with one notation for what has two. */
export function plainBody(body: JsonObject): JsonObject {
  const { HostConfig: host, Volumes: _, ExposedPorts: __, ...rest } = body;
  const config = isObject(host) ? host : {};
  const flat: JsonObject = { ...rest, ...config, Volumes: volumesOf(body, config) };
  delete flat["Binds"];
  delete flat["Mounts"];
  // The command line has one word for the entrypoint; its others go before those of the command.
  const entrypoint = texts(body["Entrypoint"]);
  flat["Cmd"] = [...entrypoint, ...texts(body["Cmd"])];
  flat["Entrypoint"] = entrypoint[0] ?? null;
  flat["MacAddress"] ??= macOf(body);
  // Kasm starts sessions in the background: who is attached is not a setting.
  for (const name of ["AttachStdin", "AttachStdout", "AttachStderr", "NetworkingConfig", "Tmpfs", "Image"])
    delete flat[name];
  flat["Tmpfs"] = tmpfsOf(config);
  const plain = Object.entries(flat).map(([key, value]) => [key, notations[key]?.(value) ?? value] as const);
  // The engine reads names in any case, and docker-py writes some in another one.
  return Object.fromEntries(
    plain.filter(([key, value]) => !isDefault(key, value)).map(([key, value]) => [key.toLowerCase(), value]),
  );
}

function macOf({ NetworkingConfig: networking }: JsonObject): JsonValue {
  const found = /"MacAddress":"([^"]+)"/.exec(JSON.stringify(networking ?? null))?.[1];
  return found ?? null;
}

/** Names of the settings in which two requests differ, with both values. */
export function differences(docker: JsonObject, dockerPy: JsonObject): string[] {
  const [one, two] = [plainBody(docker), plainBody(dockerPy)];
  return [...new Set([...Object.keys(one), ...Object.keys(two)])]
    .filter((key) => text(one[key]) !== text(two[key]))
    .map((key) => `${key}: docker ${text(one[key])}, docker-py ${text(two[key])}`);
}

/** Whether every setting of a request is in the other one: alone, or among others of its kind. */
export function isPartOf(small: JsonObject, large: JsonObject): boolean {
  const whole = plainBody(large);
  return Object.entries(plainBody(small)).every(([key, value]) => {
    const other = whole[key];
    if (text(other) === text(value)) return true;
    if (Array.isArray(value) && Array.isArray(other))
      return value.every((item) => other.map(text).includes(text(item)));
    return (
      isObject(value) &&
      isObject(other) &&
      Object.keys(value).every((name) => text(value[name]) === text(other[name]))
    );
  });
}

/** JSON with sorted members and without empty ones, so that equal things look equal. */
export function text(value: JsonValue | undefined): string {
  return JSON.stringify(value, (_, inner: JsonValue) =>
    isObject(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, member]) => !isEmpty(member))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** Binds, mounts and anonymous volumes as one sorted list; a mount is said as a bind where that says it. */
function volumesOf(body: JsonObject, config: JsonObject): JsonValue {
  const binds = texts(config["Binds"]).map((bind) => bind.replace(/:rw$/, "").replace(/:rw,/, ":"));
  const bound = new Set(
    binds.map((bind) => bind.replace(/^(?:[A-Za-z]:[\\/])?[^:]*:/, "").replace(/:.*$/, "")),
  );
  const anonymous = Object.keys(isObject(body["Volumes"]) ? body["Volumes"] : {});
  const mounts = (Array.isArray(config["Mounts"]) ? config["Mounts"] : []).filter(isObject);
  const said = mounts.filter(({ Type }) => Type !== "tmpfs").map((mount) => bindOf(mount) ?? text(mount));
  return [...new Set([...binds, ...said, ...anonymous.filter((path) => !bound.has(path))])].sort();
}

function bindOf({
  Type: _,
  Source,
  Target,
  ReadOnly,
  BindOptions,
  Consistency: __,
  ...rest
}: JsonObject): string | null {
  if (Object.values(rest).some((value) => !/^(?:\{\}|null)$/.test(text(value ?? null)))) return null;
  const mode = [ReadOnly && "ro", isObject(BindOptions) && BindOptions["Propagation"]]
    .filter(Boolean)
    .join(",");
  return [Source, Target, mode].filter(Boolean).join(":");
}

function tmpfsOf(config: JsonObject): JsonValue {
  const mounts = (Array.isArray(config["Mounts"]) ? config["Mounts"] : []).filter(isObject);
  const said = mounts.flatMap(({ Type, Target, ReadOnly, TmpfsOptions }) => {
    const options = isObject(TmpfsOptions) ? TmpfsOptions : {};
    const { SizeBytes, Mode } = options;
    const words = [
      ReadOnly && "ro",
      SizeBytes && `size=${String(SizeBytes)}`,
      Mode && `mode=${Mode.toString(8)}`,
    ];
    return Type === "tmpfs" ? [[String(Target), words.filter(Boolean).join(",")]] : [];
  });
  return { ...(isObject(config["Tmpfs"]) ? config["Tmpfs"] : {}), ...Object.fromEntries(said) };
}

/** Settings that the two programs write in different ways, brought to one. */
const notations: Readonly<Record<string, (value: JsonValue) => JsonValue>> = {
  // The engine adds the prefix and takes any order.
  CapAdd: (value) =>
    texts(value)
      .map((name) => name.replace(/^CAP_/, ""))
      .sort(),
  CapDrop: (value) =>
    texts(value)
      .map((name) => name.replace(/^CAP_/, ""))
      .sort(),
  DeviceRequests: (value) =>
    (Array.isArray(value) ? value : []).filter(isObject).map((request) => ({
      ...request,
      // It is the one that the engine takes for a request without a driver.
      Driver: request["Driver"] === "nvidia" ? "" : (request["Driver"] ?? ""),
      Capabilities: (Array.isArray(request["Capabilities"]) ? request["Capabilities"] : []).map((names) =>
        [...new Set(texts(names))].sort(),
      ),
    })),
  DnsSearch: (value) => texts(value).map((domain) => domain.replace(/(.)\.$/, "$1")),
  ExtraHosts: (value) => texts(value).sort(),
  // The command line runs every check in the shell of the image.
  Healthcheck: (value) => {
    const test = isObject(value) ? texts(value["Test"]) : [];
    return test[0] === "CMD"
      ? { ...(value as JsonObject), Test: ["CMD-SHELL", test.slice(1).join(" ")] }
      : value;
  },
  Ulimits: (value) => (Array.isArray(value) ? value.map(text).sort() : value),
  // docker-py writes names of labels from an object, in its order.
  Env: (value) => [...new Map(texts(value).map((item) => [item.split("=")[0]!, item])).values()].sort(),
  Links: (value) =>
    texts(value)
      .map((link) => link.replace(/^([^:]+)$/, "$1:$1"))
      .sort(),
  // A workspace has whole megabytes.
  Memory: megabytes,
  MemorySwap: megabytes,
  SecurityOpt: (value) => texts(value).map((option) => option.replace(/^([a-z-]+):/, "$1=")),
  User: (value) => String(value ?? ""),
};

const defaults: Readonly<Record<string, readonly JsonValue[]>> = {
  ConsoleSize: [[0, 0]],
  LogConfig: [
    { Type: "", Config: {} },
    { Type: "json-file", Config: {} },
  ],
  MemorySwappiness: [-1],
  NetworkMode: ["default"],
  RestartPolicy: [
    { Name: "no", MaximumRetryCount: 0 },
    { Name: "unless-stopped", MaximumRetryCount: 0 },
  ],
};

function isDefault(key: string, value: JsonValue): boolean {
  return (
    isEmpty(value) || text(value) === "{}" || (defaults[key] ?? []).some((same) => text(same) === text(value))
  );
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === "" || value === 0 || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function megabytes(value: JsonValue): JsonValue {
  return typeof value === "number" && value > 0 ? Math.ceil(value / 1e6) : value;
}

function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
