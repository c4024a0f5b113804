import { afterEach, beforeEach, expect, test } from "vitest";
import { factsOf, readImageLock, writeImageLock, type ImageLock } from "../registry/model/image-lock.ts";
import { makeSend } from "../tools/images/send.ts";
import { gzipLayer, ImageRegistry, sumOf, zstdLayer } from "../../tests/support/image-registry.ts";
import { ImageClient, mediaTypes } from "./client.ts";
import { updateImages, type ImageResult } from "./update.ts";

let registry: ImageRegistry;
const waits: number[] = [];
beforeEach(async () => {
  registry = await new ImageRegistry().start();
  waits.length = 0;
});
afterEach(() => registry.stop());

const wait = async (seconds: number): Promise<void> => void waits.push(seconds);
const clientOf = (
  timeout = 5000,
  mayBeInner = true,
  login?: { username: string; token: string },
): ImageClient => new ImageClient({ send: makeSend({ timeout, mayBeInner }), wait, ...(login && { login }) });

/** Updates a lock and returns it with the results. */
async function update(
  names: string[],
  { lock = new Map() as ImageLock, today = "2026-11-29", client = clientOf() } = {},
): Promise<{ results: ImageResult[]; lock: ImageLock; client: ImageClient }> {
  const results: ImageResult[] = [];
  let now = lock;
  for await (const result of updateImages(lock, names, today, client)) {
    results.push(result);
    if (result.image) now = new Map([...now, [result.name, result.image]]);
  }
  return { results, lock: now, client };
}

const at = (name: string): string => `${registry.host}/${name}`;
const headers = (fields: Record<string, string | number>) => ({
  "content-type": "application/json",
  ...fields,
});

test("measures an image of several platforms", async () => {
  const shared = gzipLayer(100_000);
  const digest = registry.put(
    "apps/editor:1",
    { amd64: [shared, gzipLayer(3_000_000)], arm64: [shared, zstdLayer(2_000_000)] },
    {
      settings: {
        User: "1000",
        Entrypoint: ["/start.sh"],
        ExposedPorts: { "6901/tcp": {}, "4901/tcp": {} },
        Labels: { "org.opencontainers.image.source": "https://example.org/editor" },
      },
    },
  );
  const { results, lock } = await update([at("apps/editor:1")]);
  expect(results[0]).toMatchObject({ found: "new", reason: "" });
  const facts = factsOf(lock.get(at("apps/editor:1")))!;
  expect(facts).toMatchObject({
    digest,
    type: "application/vnd.oci.image.index.v1+json",
    created: "2026-01-02T03:04:05.000Z",
    checked: "2026-11-29",
    platforms: { amd64: { unpacked: 3_100_000, layers: 2 }, arm64: { unpacked: 2_100_000, layers: 2 } },
    config: {
      user: "1000",
      entrypoint: ["/start.sh"],
      ports: ["6901/tcp", "4901/tcp"],
      source: "https://example.org/editor",
    },
  });
  expect(facts.platforms["amd64"]?.compressed).toBe(shared.bytes.length + gzipLayer(3_000_000).bytes.length);
  expect(Object.keys(facts.platforms)).toEqual(["amd64", "arm64"]);
  expect(facts.platforms["amd64"]?.estimated).toBeUndefined();
});

test("an image of one platform has the architecture of its config", async () => {
  registry.put("one:1", { arm64: [gzipLayer(10)] });
  const { lock } = await update([at("one:1")]);
  expect(Object.keys(lock.get(at("one:1"))!.platforms!)).toEqual(["arm64"]);
});

test.each([
  ["gzip without parts", gzipLayer(50_000), true],
  ["zstd without parts", zstdLayer(50_000), true],
  [
    "a tar that is not packed",
    { bytes: Buffer.alloc(500), mediaType: "application/vnd.oci.image.layer.v1.tar" },
    false,
  ],
])("a layer of %s", async (_, layer, estimated) => {
  registry.put("a:1", { amd64: [layer] });
  registry.intercept = (request, response) => {
    if (!request.headers.range) return false;
    response.end(layer.bytes);
    return true;
  };
  const { lock } = await update([at("a:1")]);
  const size = lock.get(at("a:1"))!.platforms!["amd64"]!;
  expect(size.unpacked).toBe(Math.round(layer.bytes.length * (estimated ? 2.6 : 1)));
  expect(size.estimated).toBe(estimated || undefined);
});

test("a size that is smaller than the packed one is estimated", async () => {
  const layer = {
    ...gzipLayer(10),
    bytes: Buffer.concat([Buffer.alloc(5000, 1), Buffer.from([9, 0, 0, 0])]),
  };
  registry.put("a:1", { amd64: [layer] });
  const { lock } = await update([at("a:1")]);
  expect(lock.get(at("a:1"))!.platforms!["amd64"]).toMatchObject({ unpacked: 13_010, estimated: true });
});

test("asks with one HEAD about what is known, once a day", async () => {
  const digest = registry.put("a:1", { amd64: [gzipLayer(10)] });
  const names = [at("a:1"), at(`a@${digest}`)];
  const first = await update(names);
  registry.asked.length = 0;
  const again = await update(names, { lock: first.lock });
  expect([again.results, registry.asked]).toEqual([[], []]);
  const next = await update(names, { lock: first.lock, today: "2026-11-30" });
  expect(next.results.map(({ found }) => found)).toEqual(["same", "same"]);
  expect(registry.asked).toEqual(["HEAD /v2/a/manifests/1", `HEAD /v2/a/manifests/${digest}`]);
  expect(next.client.counts).toEqual({ HEAD: 2, GET: 0 });
  expect(next.lock.get(names[0]!)).toEqual({ ...first.lock.get(names[0]!), checked: "2026-11-30" });
});

test("a tag that moves is an image that was built again", async () => {
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  const { lock } = await update([at("a:1")]);
  const digest = registry.put("a:1", { amd64: [gzipLayer(20)] });
  const next = await update([at("a:1")], { lock, today: "2026-11-30" });
  expect(next.results[0]?.found).toBe("rebuilt");
  expect(next.lock.get(at("a:1"))?.digest).toBe(digest);
});

test("a missing tag is missing since the first day, and keeps what was measured", async () => {
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  const { lock } = await update([at("a:1"), at("b:2")]);
  expect(lock.get(at("b:2"))).toEqual({ state: "missing", since: "2026-11-29" });
  registry.manifests.delete("a:1");
  const { lock: second } = await update([at("a:1"), at("b:2")], { lock, today: "2026-11-30" });
  expect(second.get(at("b:2"))).toEqual({ state: "missing", since: "2026-11-29" });
  expect(second.get(at("a:1"))).toEqual({ ...lock.get(at("a:1")), state: "missing", since: "2026-11-30" });
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  const { lock: third } = await update([at("a:1")], { lock: second, today: "2026-12-01" });
  expect(third.get(at("a:1"))).toEqual({ ...lock.get(at("a:1")), checked: "2026-12-01" });
});

test("gets a token from another host, for all requests to the repository", async () => {
  const tokens = await new ImageRegistry().start();
  const given: string[] = [];
  tokens.intercept = (request, response) => {
    given.push(request.url!, String(request.headers.authorization));
    response.end(JSON.stringify({ token: "T" }));
    return true;
  };
  registry.put("a/b:1", { amd64: [gzipLayer(10)] });
  registry.intercept = (request, response) => {
    if (request.headers.authorization === "Bearer T") return false;
    const realm = `http://${tokens.host}/token`;
    response.writeHead(401, {
      "www-authenticate": `Bearer realm="${realm}",service="reg",scope="repository:a/b:pull"`,
    });
    response.end();
    return true;
  };
  const login = { username: "bob", token: "secret" };
  const { results } = await update([at("a/b:1")], { client: clientOf(5000, true, login) });
  tokens.stop();
  expect(results[0]?.found).toBe("new");
  // The login of Docker Hub is for Docker Hub alone.
  expect(given).toEqual(["/token?service=reg&scope=repository%3Aa%2Fb%3Apull", "undefined"]);
});

test("no credentials follow a redirect to another host", async () => {
  const store = await new ImageRegistry().start();
  const layer = gzipLayer(5000);
  store.blob(layer.bytes);
  const seen: unknown[] = [];
  store.intercept = ({ headers }) => {
    seen.push(headers.authorization, headers.range);
    return false;
  };
  registry.put("a:1", { amd64: [layer] });
  registry.intercept = (request, response) => {
    if (request.url?.startsWith("/token")) return (response.end(JSON.stringify({ access_token: "T" })), true);
    if (request.headers.authorization === undefined) {
      response.writeHead(401, { "www-authenticate": `Bearer realm="http://${registry.host}/token"` }).end();
      return true;
    }
    if (!request.headers.range) return false;
    response.writeHead(307, { location: `http://${store.host}${request.url}` }).end();
    return true;
  };
  const { lock } = await update([at("a:1")]);
  store.stop();
  expect(lock.get(at("a:1"))?.platforms?.["amd64"]?.unpacked).toBe(5000);
  expect(seen).toEqual([undefined, expect.stringMatching(/^bytes=\d+-\d+$/)]);
});

test.each([401, 403])("status %i is an image that is private", async (status) => {
  registry.intercept = (_, response) => (response.writeHead(status).end(), true);
  const { lock, results } = await update([at("a:1")]);
  expect(lock.get(at("a:1"))).toEqual({ state: "private", since: "2026-11-29" });
  expect(results[0]?.reason).toContain("wants a login");
});

test("waits as long as the registry says, three times at most, and leaves the rest to the next run", async () => {
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  let busy = 2;
  registry.intercept = (_, response) => {
    if (busy-- <= 0) return false;
    response.writeHead(429, { "retry-after": "7" }).end();
    return true;
  };
  expect((await update([at("a:1")])).results[0]?.found).toBe("new");
  expect(waits).toEqual([7, 7]);
  busy = 3;
  const { lock, results } = await update([at("a:1")], { today: "2026-11-30" });
  expect([results[0]?.found, lock.size]).toEqual(["later", 0]);
  registry.intercept = (_, response) => (response.writeHead(503, { "retry-after": "3600" }).end(), true);
  waits.length = 0;
  expect((await update([at("a:1")])).results[0]?.found).toBe("unreachable");
  expect(waits).toEqual([]);
});

test("asks for no more manifests when few requests remain, but HEAD requests go on", async () => {
  const lock = (await update([(registry.put("a:1", { amd64: [gzipLayer(10)] }), at("a:1"))])).lock;
  registry.put("b:1", { amd64: [gzipLayer(10)] });
  registry.intercept = (_, response) => (response.setHeader("ratelimit-remaining", "9;w=21600"), false);
  const next = await update([at("a:1"), at("b:1")], { lock, today: "2026-11-30" });
  expect(next.results.map(({ name, found }) => [name, found])).toEqual([
    [at("b:1"), "later"],
    [at("a:1"), "same"],
  ]);
});

test("asks one host for eighty manifests in a run", async () => {
  const names = Array.from({ length: 82 }, (_, place) => {
    registry.put(`a${place}:1`, { amd64: [gzipLayer(10)] });
    return at(`a${place}:1`);
  });
  const { results } = await update(names);
  expect(results.filter(({ found }) => found === "new")).toHaveLength(80);
  expect(results.filter(({ found }) => found === "later")).toHaveLength(2);
});

const answers =
  (body: string | Buffer, fields: Record<string, string | number> = {}) =>
  (): void => {
    registry.intercept = (request, response) => {
      if (request.method === "HEAD") return false;
      response.writeHead(200, headers(fields));
      response.end(body);
      return true;
    };
  };
test.each<[string, () => void, RegExp]>([
  ["that is no JSON", () => answers("<html>")(), /no JSON/],
  ["of 5 MB", () => answers(Buffer.alloc(5_000_000, 32))(), /more than a manifest may hold/],
  ["of an image that Docker cannot run", () => answers("{}")(), /no image/],
  ["that ends early", () => answers("{}", { "content-length": 5000 })(), /breaks off/],
  ["without a config", () => void registry.manifest("a:1", { layers: [] }, "application/json"), /no image/],
])("a manifest %s: nothing is lost, and the reason is said", async (_, answer, reason) => {
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  const { lock } = await update([at("a:1")]);
  registry.put("a:1", { amd64: [gzipLayer(20)] });
  answer();
  const next = await update([at("a:1"), at("b:9")], { lock, today: "2026-11-30", client: clientOf(1000) });
  expect(next.results.find(({ name }) => name === at("a:1"))).toMatchObject({ found: "unreachable" });
  expect(next.results.find(({ name }) => name === at("a:1"))?.reason).toMatch(reason);
  expect(next.lock.get(at("a:1"))).toEqual(lock.get(at("a:1")));
});

test("a manifest with another digest than the one that was asked for, or is promised, is refused", async () => {
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  const wrong = sumOf(Buffer.from("x"));
  registry.intercept = (request, response) => {
    if (request.method === "HEAD") return false;
    response.writeHead(200, headers({ "docker-content-digest": wrong }));
    response.end("{}");
    return true;
  };
  registry.manifests.set(`a@${wrong}`, registry.manifests.get("a:1")!);
  const { results } = await update([at("a:1"), at(`a@${wrong}`)]);
  for (const { found, reason } of results)
    expect([found, reason]).toEqual(["unreachable", expect.stringContaining(`instead of ${wrong}`)]);
});

test("a server that hangs is given up after the time", async () => {
  registry.intercept = () => true;
  const { results, lock } = await update([at("a:1")], { client: clientOf(200) });
  expect(results[0]?.reason).toBe(`${registry.host} gives no answer in time`);
  expect(lock.get(at("a:1"))).toEqual({ state: "unreachable", since: "2026-11-29" });
});

test("inner addresses are asked only where that is allowed", async () => {
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  const { results } = await update([at("a:1")], { client: clientOf(1000, false) });
  expect(results[0]?.reason).toContain("--allow-private");
  expect(registry.asked).toEqual([]);
});

test("Docker Hub's official images are asked for in library/, with its login", async () => {
  const asked: { url: string; authorization: string | undefined }[] = [];
  const client = new ImageClient({
    wait,
    login: { username: "bob", token: "secret" },
    send: async (url, { headers }) => {
      asked.push({ url, authorization: headers?.["authorization"] });
      const body = new TextEncoder().encode(JSON.stringify({ token: "T" }));
      if (url.startsWith("https://auth.docker.io/")) return { status: 200, headers: {}, body };
      const realm = 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"';
      return headers?.["authorization"] === "Bearer T"
        ? { status: 404, headers: {}, body }
        : { status: 401, headers: { "www-authenticate": realm }, body };
    },
  });
  await update(["docker.io/library/debian:12"], { client });
  expect(asked).toEqual([
    { url: "https://registry-1.docker.io/v2/library/debian/manifests/12", authorization: undefined },
    {
      url: "https://auth.docker.io/token?service=registry.docker.io&scope=repository%3Alibrary%2Fdebian%3Apull",
      authorization: `Basic ${Buffer.from("bob:secret").toString("base64")}`,
    },
    { url: "https://registry-1.docker.io/v2/library/debian/manifests/12", authorization: "Bearer T" },
  ]);
});

const manifestOf = (layers: unknown[], config: object = { architecture: "amd64", os: "linux" }): object => ({
  schemaVersion: 2,
  config: registry.blob(JSON.stringify(config)),
  layers,
});
const layer = (size: unknown, mediaType = "application/vnd.oci.image.layer.v1.tar") => ({
  digest: sumOf(Buffer.from("l")),
  size,
  mediaType,
});

test.each([
  ["without end", [layer(1e300)]],
  ["below zero", [layer(-5)]],
  ["of half a byte", [layer(1.5)]],
  ["of all the disks of the world", Array.from({ length: 400 }, () => layer(1e12))],
  ["without number", Array.from({ length: 501 }, () => layer(1))],
])("layers %s are refused, and keep the lock readable", async (_, layers) => {
  registry.manifest("odd:1", manifestOf(layers), mediaTypes.manifest);
  const { lock, results } = await update([at("odd:1")]);
  expect(results[0]).toMatchObject({ found: "unreachable", reason: expect.stringContaining("layers") });
  expect(readImageLock(writeImageLock(lock))).toEqual(lock);
});

test("sizes that hold for a part only are estimated", async () => {
  const zstd = zstdLayer(1000);
  const parts = { ...layer(zstd.bytes.length, zstd.mediaType), ...registry.blob(zstd.bytes) };
  const annotations = { "io.github.containers.zstd-chunked.manifest-position": "1" };
  registry.manifest("p:1", manifestOf([{ ...parts, annotations }]), mediaTypes.manifest);
  const two = Buffer.concat([zstdLayer(10).bytes, Buffer.alloc(5000, 7)]);
  registry.manifest(
    "q:1",
    manifestOf([{ ...layer(0, zstd.mediaType), ...registry.blob(two) }]),
    mediaTypes.manifest,
  );
  const large = { ...layer(1_700_000_000, gzipLayer(1).mediaType), ...{ digest: registry.blob("x").digest } };
  registry.manifest("r:1", manifestOf([large]), mediaTypes.manifest);
  const { lock } = await update([at("p:1"), at("q:1"), at("r:1")]);
  for (const name of ["p:1", "q:1", "r:1"])
    expect(lock.get(at(name))?.platforms?.["amd64"], name).toMatchObject({ estimated: true });
});

test.each([404, 403, 416, 501])("a part that is answered with status %i is estimated", async (status) => {
  registry.put("a:1", { amd64: [gzipLayer(5000)] });
  registry.intercept = (request, response) =>
    request.headers.range ? (response.writeHead(status, { "retry-after": "3600" }).end(), true) : false;
  const { lock, results } = await update([at("a:1")]);
  if (status >= 500) expect(results[0]?.found).toBe("unreachable");
  else expect(lock.get(at("a:1"))?.platforms?.["amd64"]?.estimated).toBe(true);
});

test("a platform that is gone is not there, and one without a platform is that of its config", async () => {
  registry.put("a:1", { amd64: [gzipLayer(10)], arm64: [gzipLayer(20)] });
  const index = JSON.parse(registry.manifests.get("a:1")!.body.toString());
  registry.manifests.delete(`a@${index.manifests[1].digest}`);
  delete index.manifests[0].platform;
  registry.manifest("a:1", index, mediaTypes.index);
  const { lock } = await update([at("a:1")]);
  expect(Object.keys(lock.get(at("a:1"))!.platforms!)).toEqual(["amd64"]);
});

test("texts of a stranger are short, and architectures are words", async () => {
  const long = "x".repeat(500_000);
  const ports = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${4900 + n}/tcp`, {}]));
  const config = {
    architecture: "amd64",
    os: "linux",
    config: { User: long, Entrypoint: [long], ExposedPorts: { ...ports, 6901: {}, [long]: {} } },
  };
  registry.manifest("a:1", { ...manifestOf([layer(1)], config), mediaType: long }, "t");
  registry.manifest("b:1", manifestOf([layer(1)], { architecture: "x\n::error::y", os: "linux" }), "t");
  const { lock } = await update([at("a:1"), at("b:1")]);
  expect(writeImageLock(lock).length).toBeLessThan(6000);
  expect(lock.get(at("a:1"))?.config?.ports?.[0]).toBe("6901/tcp");
  expect(lock.get(at("b:1"))?.platforms).toEqual({});
});

test("a registry that knows no HEAD is asked with GET", async () => {
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  registry.intercept = (request, response) =>
    request.method === "HEAD" ? (response.writeHead(405).end(), true) : false;
  expect((await update([at("a:1")])).results[0]?.found).toBe("new");
});

test("hosts that give no answer twice, or want fewer requests, are not asked again", async () => {
  registry.intercept = () => true;
  const names = Array.from({ length: 5 }, (_, place) => at(`a${place}:1`));
  expect((await update(names, { client: clientOf(50) })).results).toHaveLength(5);
  expect(registry.asked).toHaveLength(2);
  registry.asked.length = 0;
  registry.intercept = (_, response) => (response.writeHead(429, { "retry-after": "60" }).end(), true);
  const { results } = await update(names);
  expect(results.map(({ found }) => found)).toEqual(Array(5).fill("later"));
  expect(registry.asked).toHaveLength(3);
});

test.each(["ftp://example.org/", "file:///etc/passwd", "http://auth.example.org/token", "%"])(
  "a token is not asked for at %s, and later images are asked about",
  async (realm) => {
    registry.put("b:1", { amd64: [gzipLayer(10)] });
    registry.intercept = (request, response) => {
      if (!request.url?.includes("/a/")) return false;
      response.writeHead(401, { "www-authenticate": `Bearer realm="${realm}"` }).end();
      return true;
    };
    const { results } = await update([at("a:1"), at("b:1")]);
    expect(results.map(({ found }) => found)).toEqual(["unreachable", "new"]);
  },
);

test.each(["a\nb", "→", "", 5])("a token %j is none", async (token) => {
  registry.intercept = (request, response) => {
    if (request.url?.startsWith("/token")) response.end(JSON.stringify({ token }));
    else
      response.writeHead(401, { "www-authenticate": `Bearer realm="http://${registry.host}/token"` }).end();
    return true;
  };
  const { results } = await update([at("a:1")]);
  expect(results[0]).toMatchObject({ found: "unreachable", reason: expect.stringContaining("no token") });
});

test("a layer that says a size beyond all disks, and a lock that does, are refused", async () => {
  const zstd = zstdLayer(1000);
  const frame = Buffer.from(zstd.bytes);
  // The header of a frame with 8 bytes of size.
  frame[4] = 0xe0;
  frame.fill(0xff, 5, 13);
  registry.manifest(
    "huge:1",
    manifestOf([{ ...layer(frame.length, zstd.mediaType), ...registry.blob(frame) }]),
    mediaTypes.manifest,
  );
  const { results } = await update([at("huge:1")]);
  expect(results[0]).toMatchObject({ found: "unreachable", reason: expect.stringContaining("layers") });
  registry.put("a:1", { amd64: [gzipLayer(10)] });
  const text = writeImageLock((await update([at("a:1")])).lock);
  expect(readImageLock(text.replace(/"unpacked":\d+/, '"unpacked":1e300'))).toBeNull();
  expect(readImageLock(text.replace(/"unpacked":\d+/, '"unpacked":-1'))).toBeNull();
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  expect(readImageLock(text.replace(/"unpacked":\d+/, `$&,"x":${deep}`))).toBeNull();
});
