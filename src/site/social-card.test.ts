import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { sound } from "../registry/check/workspace.fixture.ts";
import type { Registry } from "../registry/model/types.ts";
import { home } from "../strings/site.ts";
import { brandPictureNames, drawBrandPicture } from "./brand-pictures.ts";
import { sharePictures } from "./pictures.ts";
import { makeSocialCard } from "./social-card.ts";

const folder = mkdtempSync(join(tmpdir(), "card-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => sharePictures(undefined as never));

function registry(count: number, identity: object = {}): Registry {
  const workspaces = Array.from({ length: count }, (_, number) => {
    const path = join(folder, String(number));
    writeFileSync(path, `icon ${number}`);
    const sha1 = createHash("sha1").update(`icon ${number}`).digest("hex");
    const image = { format: "png", width: 9, height: 9, fault: null };
    const file = { name: "icon.png", path, kind: "file", size: 6, sha1, image };
    return {
      slug: `w${number}`,
      schema: "1.0",
      data: { ...sound, friendly_name: `W ${number}`, compatibility: ["1.17.x", "1.18.x"] },
      icon: { file, published: "icon.png" },
      flags: [],
      findings: [],
    };
  });
  return {
    identity: {
      name: "Lab",
      description: "Ours.",
      icon: "https://lab.example:8443/r/logo.svg",
      url: "https://lab.example:8443/r/",
      lang: "en",
      accent: null,
      ...identity,
    },
    workspaces,
    log: { commits: [], shallow: false },
    images: new Map(),
  } as unknown as Registry;
}

/** Every picture is a text of what it was made from; icons whose number is in `broken` cannot be drawn. */
function share(broken: number[] = []): object[] {
  const jobs: object[] = [];
  sharePictures({
    draw: (job: { kind: string; side?: number; icon?: Uint8Array; bytes?: Uint8Array }) => {
      jobs.push(job);
      const text = Buffer.from(job.icon ?? job.bytes ?? []).toString();
      if (broken.some((number) => text === `icon ${number}`)) return Promise.reject(new Error("broken"));
      return Promise.resolve(
        job.kind === "icon"
          ? [Buffer.from(""), Buffer.from(`${text} ${job.side}`)]
          : [Buffer.from(`${job.kind} ${job.side}`)],
      );
    },
  } as never);
  return jobs;
}

const cardOf = async (registry: Registry, broken: number[] = []) => {
  const jobs = share(broken);
  const bytes = await makeSocialCard(registry, Buffer.from("brand"));
  expect(Buffer.from(bytes).toString()).toBe("card undefined");
  const { card } = jobs.at(-1) as { card: { icons: Uint8Array[]; brand: Uint8Array } };
  return {
    ...card,
    icons: card.icons.map((icon) => Buffer.from(icon).toString()),
    brand: Buffer.from(card.brand).toString(),
  };
};

test("shows the registry, what it has, and its workspaces", async () => {
  expect(await cardOf(registry(2))).toEqual({
    name: "Lab",
    description: "Ours.",
    facts: [home.facts.workspaces(2), home.facts.kasm("1.17–1.18"), "lab.example:8443"].join("  ·  "),
    accent: "#0f6b75",
    brand: "square 140",
    icons: ["icon 0 96", "icon 1 96"],
  });
});

test("names no Kasm version when there is none, and takes the registry's own colour", async () => {
  expect(await cardOf(registry(0, { accent: "#ff0000" }))).toMatchObject({
    facts: [home.facts.workspaces(0), "lab.example:8443"].join("  ·  "),
    accent: "#da0503",
    icons: [],
  });
});

test.each([
  [9, [], [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  [10, [], [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  [18, [], [0, 2, 4, 6, 8, 10, 12, 14, 16]],
  [3, [1], [0, 2]],
])("of %i workspaces, of which %j cannot be drawn, shows %j", async (count, broken, shown) =>
  expect((await cardOf(registry(count), broken)).icons).toEqual(shown.map((number) => `icon ${number} 96`)),
);

test.each([
  ["favicon", "square 48"],
  ["icon-96", "square 96"],
  ["apple-touch-icon", "square 180"],
  ["icon-192", "square 192"],
  ["icon-512", "square 512"],
  ["social-card", "card undefined"],
])("draws %s as %s", async (name, expected) => {
  share();
  expect(Buffer.from(await drawBrandPicture(name, registry(0), folder)).toString()).toBe(expected);
  expect(brandPictureNames).toContain(name);
  expect(brandPictureNames).toHaveLength(6);
});
