import { deflateSync } from "node:zlib";
import { kasmVersions } from "../../src/registry/model/kasm-versions.ts";
import type { Files } from "./registry-server.ts";

/** A real PNG of the given side, all one colour: signature, IHDR, IDAT, IEND. */
export function png(side = 64): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, 90)]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

export const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z",
  "base64",
);

/** Made-up entries may break every rule, so they have no type. */
type Loose = any;

/** The Kasm versions that read schema 1.1. */
const versions11 = kasmVersions.filter(({ reads }) => reads === "1.1").map(({ version }) => version);

/** A 1.1 entry that suits every Kasm version that reads it. */
export function entry11(name: string, more: Loose = {}): Loose {
  return {
    friendly_name: name,
    description: `${name}, made up for a test.`,
    image_src: `${name.toLowerCase()}.png`,
    architecture: ["amd64"],
    compatibility: versions11.map((version) => ({
      version,
      image: `example/${name.toLowerCase()}:1`,
      uncompressed_size_mb: 900,
    })),
    sha: "0123456789012345678901234567890123456789",
    ...more,
  };
}

/** The same as a 1.0 entry, for Kasm 1.12 to 1.15. */
export function entry10(name: string, more: Loose = {}): Loose {
  return {
    ...entry11(name),
    name: `example/${name.toLowerCase()}:1`,
    uncompressed_size_mb: 900,
    compatibility: ["1.12.x", "1.13.x", "1.14.x", "1.15.x"],
    ...more,
  };
}

/** A list in the given schema; `more` replaces top-level values, undefined takes a key away. */
export function list(schema: "1.0" | "1.1", root: string, workspaces: Loose[], more: Loose = {}): Loose {
  return {
    name: "Made-up Lab",
    workspacecount: workspaces.length,
    icon: `${root}logo.png`,
    description: "For tests.",
    list_url: root,
    contact_url: "https://example.org/help",
    modified: 1_700_000_000_000,
    workspaces,
    ...(schema === "1.1" ? { channels: [], default_channel: null } : {}),
    ...more,
  };
}

/** The files of a sound registry whose root is `root`: two workspaces for every known Kasm version. */
export function soundRegistry(root: string): Files {
  const files: Files = {
    "versions.txt": { body: "1.0\n1.1\n" },
    "logo.png": { body: png() },
    "index.html": { body: "<!doctype html><title>Made-up Lab</title>" },
  };
  for (const schema of ["1.0", "1.1"] as const) {
    const make = schema === "1.0" ? entry10 : entry11;
    files[`${schema}/list.json`] = {
      body: JSON.stringify(list(schema, root, [make("Alpha"), make("Beta")])),
    };
    for (const icon of ["alpha.png", "beta.png"]) files[`${schema}/icons/${icon}`] = { body: png() };
  }
  return files;
}
