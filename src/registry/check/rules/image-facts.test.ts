import { expect, test } from "vitest";
import type { ImageLock, LockedImage } from "../../model/image-lock.ts";
import type { JsonObject } from "../../model/json.ts";
import { newestKasm } from "../../model/kasm-versions.ts";
import { messageOf } from "../../model/text.ts";
import { bent, picture, sound, sound11 } from "../workspace.fixture.ts";
import { validateWorkspace } from "../workspace.ts";

const size = { digest: "sha256:1", compressed: 1, layers: 1 };
const facts = (megabytes: number, change: object = {}): LockedImage => ({
  digest: "sha256:0",
  type: "",
  created: "",
  checked: "2026-11-29",
  platforms: { amd64: { ...size, unpacked: megabytes * 1e6 } },
  config: { ports: ["6901/tcp"] },
  ...change,
});
const image = "docker.io/example/editor:1.0";
const missing: LockedImage = { state: "missing", since: "2026-11-01" };

function faults(change: Record<string, unknown>, images: ImageLock, base: JsonObject = sound) {
  const files = [picture("editor.png")];
  return validateWorkspace({ folder: "E", slug: "e", content: bent(change, base), files, images }).faults;
}

const entry = { version: newestKasm, image: "example/editor:1.0", uncompressed_size_mb: 100 };
test.each<[string, object, LockedImage | undefined, string[], JsonObject?]>([
  ["agrees with the image", {}, facts(100), []],
  ["has an image that nobody asked about", {}, undefined, []],
  ["has a size within a quarter", {}, facts(80), []],
  ["says a size that is too large", {}, facts(79), ["/uncompressed_size_mb size-differs"]],
  ["says a size that is too small", {}, facts(134), ["/uncompressed_size_mb size-differs"]],
  [
    "has an image whose size is estimated",
    {},
    facts(1, { platforms: { amd64: { ...size, unpacked: 1, estimated: true } } }),
    [],
  ],
  ["has an image that is missing", {}, missing, ["/name image-missing"]],
  ["has an image that wants a login", {}, { ...missing, state: "private" }, []],
  ["has an image that was there", {}, { ...facts(100), ...missing }, ["/name image-missing"]],
  [
    "declares another architecture",
    { architecture: ["amd64", "arm64"] },
    facts(100),
    ["/architecture/1 image-lacks-architecture"],
  ],
  ["has an image without the port", {}, facts(100, { config: {} }), ["/name image-no-kasm-port"]],
  ["is of schema 1.1", {}, facts(500), ["/compatibility/0/uncompressed_size_mb size-differs"], sound11],
  [
    "names a missing tag to choose",
    { compatibility: [{ ...entry, available_tags: ["1.0", "2.0"] }] },
    facts(100),
    ["/compatibility/0/available_tags/1 image-missing"],
    sound11,
  ],
  ["opens a page", { image_type: "Link", link_url: "https://example.org/" }, missing, []],
])("a workspace that %s", (_, change, known, found, base) => {
  const lock = new Map([
    ["docker.io/example/editor:2.0", missing],
    ...(known ? [[image, known] as const] : []),
  ]);
  expect(faults({ ...change }, lock, base).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(found);
});

test("says of a size that is missing how to get it", () => {
  const missing = { uncompressed_size_mb: undefined };
  expect(messageOf(faults(missing, new Map([[image, facts(80)]]))[0]!)).toContain(
    'Add "uncompressed_size_mb": 80.',
  );
  expect(messageOf(faults(missing, new Map())[0]!)).toContain("Run npm run images");
});

test("says what to do", () => {
  const [fault] = faults({ architecture: ["arm64"] }, new Map([[image, facts(100)]]));
  expect(messageOf(fault!)).toContain(`${image} is not there for arm64, only for amd64.`);
});
