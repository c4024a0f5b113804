import type { JsonObject } from "../../src/registry/model/json.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { kasmVersions, newestKasm } from "../../src/registry/model/kasm-versions.ts";
import type { SchemaVersion } from "../../src/registry/model/types.ts";

interface Options {
  /** The same seed makes the same registry. */
  seed?: number;
  /** The schema of every workspace; both in turn when left out. */
  schema?: SchemaVersion;
}

type Random = () => number;

const makers = [
  "Aster",
  "Birch",
  "Cobalt",
  "Delta",
  "Ember",
  "Fjord",
  "Granite",
  "Harbor",
  "Indigo",
  "Juniper",
  "Kestrel",
  "Lumen",
  "Maple",
  "Nimbus",
  "Onyx",
  "Prairie",
  "Quartz",
  "Raven",
  "Sable",
  "Tundra",
  "Umber",
  "Vertex",
  "Willow",
  "Zephyr",
];
const things: readonly (readonly [word: string, category: string, about: string])[] = [
  ["Browser", "Browser", "A web browser opened fresh for every session and gone when it ends"],
  ["Terminal", "Development", "A terminal with the usual tools for administration already in it"],
  ["Code", "Development", "An editor with language servers for everything from Go to TypeScript"],
  ["Desktop", "Desktop", "A complete desktop with office programs, a browser and a file manager"],
  ["Writer", "Office", "Letters, reports and whole books, in the file formats that others expect"],
  ["Mail", "Communication", "Mail, calendar and contacts, with several accounts side by side"],
  ["Paint", "Multimedia", "Drawing and photo editing with layers, masks and raw files"],
  ["Studio", "Multimedia", "Recording, cutting and mixing of sound on many tracks"],
  ["Vault", "Privacy", "Passwords and documents in an encrypted container"],
  ["Relay", "Remote Access", "Remote desktops and shells of many machines behind one window"],
  ["Atlas", "Education", "Maps, layers and measurements for lessons and field work"],
  ["Forge", "Games", "A launcher that keeps games and their add-ons up to date"],
  ["Notes", "Productivity", "Notes that link to each other, with tasks and a calendar"],
  ["Probe", "Security", "Captures and takes apart what passes over the network"],
];
const ends = [
  "in English, Deutsch and 日本語.",
  "for teams that share one server.",
  "with settings kept in the profile.",
  "as the makers publish it, unchanged.",
  "with the extensions that most people add anyway.",
  "for classrooms and labs.",
];
const editions = ["", " Lite", " Pro", " LTS", " Nightly", " Classic"];

/** Writes `count` unique workspaces with unique icons below `folder`, as varied as real registries are. */
export async function generateRegistry(
  folder: string,
  count: number,
  { seed = 1, schema }: Options = {},
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "registry.json"),
    '{ "name": "Generated Lab", "description": "Made for tests and measurements.", "url": "https://lab.example.org/registry/" }\n',
  );
  for (let number = 0; number < count; number++) {
    const random = randomFrom(seed * 1_000_003 + number);
    const { name, files } = await workspace(number, random, schema ?? (number % 2 === 0 ? "1.0" : "1.1"));
    mkdirSync(join(folder, name), { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, name, file), content);
  }
}

async function workspace(
  number: number,
  random: Random,
  schema: SchemaVersion,
): Promise<{ name: string; files: Record<string, string | Uint8Array> }> {
  const [thing, category, about] = things[number % things.length]!;
  const maker = makers[Math.floor(number / things.length) % makers.length]!;
  const round = Math.floor(number / (things.length * makers.length));
  const name = `${maker} ${thing}${editions[round % editions.length]!}${round < editions.length ? "" : ` ${Math.floor(round / editions.length) + 1}`}`;
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const icon = await drawIcon(name, random);
  const data: JsonObject = {
    friendly_name: name,
    description: `${about}, ${pick(random, ends)}`,
    image_src: `${slug}.${icon.extension}`,
    categories:
      random() < 0.3
        ? [category, pick(random, things)[1]].filter((value, at, all) => all.indexOf(value) === at)
        : [category],
    architecture: random() < 0.6 ? ["amd64", "arm64"] : ["amd64"],
    docker_registry: random() < 0.8 ? "https://index.docker.io/v1/" : "https://ghcr.io/",
    ...compatibility(slug, schema, random),
    ...settings(random),
  };
  const readme = `---\nhomepage: https://${slug}.example.org/\nlicense: MIT\n---\n\n# ${name}\n\n${about}.\n\n* Works without a graphics card.\n* Keeps its settings in the **profile**, when there is one.\n`;
  const files = {
    "workspace.json": `${JSON.stringify(data, null, 2)}\n`,
    [`${slug}.${icon.extension}`]: icon.bytes,
  };
  return { name, files: random() < 0.15 ? { ...files, "README.md": readme } : files };
}

function compatibility(slug: string, schema: SchemaVersion, random: Random): JsonObject {
  const newest = kasmVersions.length - (random() < 0.85 ? 0 : 1 + Math.floor(random() * 4));
  const versions = kasmVersions
    .slice(Math.max(0, newest - 1 - Math.floor(random() * 5)), newest)
    .map(({ version }) => version);
  const size = 300 + Math.floor(random() * 9000);
  if (schema === "1.0")
    return {
      name: `example/${slug}:${versions.at(-1) ?? newestKasm}`,
      compatibility: versions,
      uncompressed_size_mb: size,
    };
  return {
    compatibility: versions.map((version, at) => ({
      version,
      image: `example/${slug}:${version.replace(".x", ".0")}`,
      uncompressed_size_mb: size + at * 11,
      available_tags: [
        "develop",
        version.replace(".x", ".0"),
        `${version.replace(".x", ".0")}-rolling-daily`,
      ],
    })),
  };
}

function settings(random: Random): JsonObject {
  const run: JsonObject = { hostname: "kasm" };
  if (random() < 0.12) run["security_opt"] = ["seccomp=unconfined"];
  if (random() < 0.08) run["user"] = "root";
  if (random() < 0.04) run["privileged"] = true;
  if (random() < 0.1) run["shm_size"] = "1g";
  if (random() < 0.1)
    run["environment"] = { LANG: "en_US.UTF-8", START: String(Math.floor(random() * 1000)) };
  if (random() < 0.04) run["volumes"] = { "/mnt/shared": { bind: "/home/kasm-user/shared", mode: "rw" } };
  return {
    ...(random() < 0.9 ? { run_config: run } : {}),
    ...(random() < 0.15
      ? {
          exec_config: { go: { cmd: "bash -c '/dockerstartup/custom_startup.sh --go --url \"$KASM_URL\"'" } },
        }
      : {}),
    ...(random() < 0.1 ? { notes: "The first start takes a minute: the profile is filled then." } : {}),
    cores: pick(random, [1, 2, 2, 4]),
    memory: pick(random, [1024, 2768, 2768, 4096, 8192]),
    gpu_count: random() < 0.06 ? 1 : 0,
    cpu_allocation_method: pick(random, ["Inherit", "Shares", "Quotas"]),
  };
}

/**
 * The side of an icon in pixels. Of 182 distinct icons in real registries, 35 % have more than 256; the percentiles are the 10th, 50th, 65th,
 * 75th, 90th and 100th.
 */
function iconSide(random: Random): number {
  const percentiles = [
    [0, 64],
    [0.1, 192],
    [0.5, 256],
    [0.65, 256],
    [0.75, 420],
    [0.9, 1000],
    [1, 1500],
  ] as const;
  const at = random();
  const above = percentiles.findIndex(([share]) => share > at);
  const [[from, small], [to, large]] = [percentiles[above - 1]!, percentiles[above]!];
  return Math.round(small + ((at - from) / (to - from)) * (large - small));
}

/** A drawing of its own for each number: PNG, but for 3 % SVG and 3 % JPEG or WebP, as in real registries. */
async function drawIcon(name: string, random: Random): Promise<{ extension: string; bytes: Uint8Array }> {
  const side = iconSide(random);
  const tint = (): string =>
    `hsl(${Math.floor(random() * 360)} ${40 + Math.floor(random() * 50)}% ${25 + Math.floor(random() * 50)}%)`;
  const place = (): string => (random() * 256).toFixed(1);
  const shapes = Array.from(
    { length: 14 },
    () =>
      `<circle cx="${place()}" cy="${place()}" r="${(10 + random() * 60).toFixed(1)}" fill="${tint()}" fill-opacity="${(0.2 + random() * 0.6).toFixed(2)}"/>`,
  ).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="${side}" height="${side}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${tint()}"/><stop offset="1" stop-color="${tint()}"/></linearGradient></defs><rect x="8" y="8" width="240" height="240" rx="48" fill="url(#g)"/>${shapes}<text x="128" y="170" font-family="sans-serif" font-size="130" text-anchor="middle" fill="#fff">${name[0]}</text></svg>\n`;
  const kind = random();
  if (kind < 0.03) return { extension: "svg", bytes: Buffer.from(svg) };
  const picture = sharp(Buffer.from(svg));
  if (kind < 0.045)
    return { extension: "webp", bytes: await picture.webp({ quality: 90, effort: 0 }).toBuffer() };
  if (kind < 0.06) return { extension: "jpg", bytes: await picture.jpeg({ quality: 90 }).toBuffer() };
  return { extension: "png", bytes: await picture.png({ compressionLevel: 6 }).toBuffer() };
}

function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}

/** Mulberry32: evenly spread numbers from 0 to 1, the same for the same seed everywhere. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
