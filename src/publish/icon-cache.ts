import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { isPublishedAsIs } from "../icons/icon-rules.ts";
import { cleanSvg } from "../icons/inspect/clean-svg.ts";
import type { Painter, PictureJob } from "../icons/jobs.ts";
import { readAgain } from "../registry/read/read-again.ts";
import type { SourceFile } from "../registry/model/types.ts";

/** An icon of a file that was checked. Only these are kept for later builds. */
type IconJob = Extract<PictureJob, { kind: "icon" }> & { icon: Pick<SourceFile, "path" | "sha1"> };

const unusedDays = 30;
const digestLength = 32;

/** Draws each picture once: this build keeps them in memory, and a folder (null for none) keeps icons for later builds. */
export function cachedPictures(painter: Painter, folder: string | null): Painter {
  const files = folder === null ? null : new IconFiles(folder);
  const drawn = new Map<string, Promise<Uint8Array[]>>();
  const drawOnce = async (key: string, draw: () => Promise<Uint8Array[]>): Promise<Uint8Array[]> => {
    const pictures = drawn.get(key) ?? draw();
    drawn.set(key, pictures);
    try {
      return await pictures;
    } catch (error) {
      drawn.delete(key);
      throw error;
    }
  };
  return {
    async draw(job) {
      if (!isIconJob(job)) return drawOnce(digest(serialize(job)).toString("hex"), () => painter.draw(job));
      const key = JSON.stringify([job.icon.sha1, job.image.format, job.mode, job.side]);
      const asIs = isPublishedAsIs(job.image, job.mode);
      const names = [...(asIs ? [] : ["icon"]), ...(job.side === null ? [] : ["thumbnail"])];
      const pictures = await drawOnce(key, async () => {
        const cached = files?.read(key, names);
        const [icon] = cached ?? [];
        if (names.length === 0 || (cached && icon && (asIs || isSafe(icon, job)))) return cached ?? [];
        const pictures = (await painter.draw(job)).slice(asIs ? 1 : 0);
        files?.write(key, names, pictures);
        return pictures;
      });
      return asIs ? [readAgain(job.icon), ...pictures] : pictures;
    },
  };
}

function isIconJob(job: PictureJob): job is IconJob {
  return job.kind === "icon" && !(job.icon instanceof Uint8Array);
}

/** A drawing comes out of the cache only where it is clean: the folder may have been restored from anywhere. */
function isSafe(bytes: Uint8Array, { image }: IconJob): boolean {
  return image.format !== "svg" || cleanSvg(bytes) === bytes;
}

/** A file for each picture, named after all that decides its bytes. A file begins with the SHA-256 of the rest, so a damaged one counts as absent. */
class IconFiles {
  readonly #folder: string;
  readonly #recipe = iconRecipe();

  constructor(folder: string) {
    this.#folder = folder;
    attempt(() => mkdirSync(folder, { recursive: true }));
    attempt(() => removeUnused(folder));
  }

  /** The pictures of these names, or null where one is missing. */
  read(key: string, names: readonly string[]): Uint8Array[] | null {
    return attempt(() => names.map((name) => this.#readOne(this.#path(key, name))));
  }

  write(key: string, names: readonly string[], pictures: readonly Uint8Array[]): void {
    pictures.forEach((picture, i) => attempt(() => this.#writeOne(this.#path(key, names[i] ?? ""), picture)));
  }

  #readOne(path: string): Uint8Array {
    const bytes = readFileSync(path);
    const rest = bytes.subarray(digestLength);
    if (!digest(rest).equals(bytes.subarray(0, digestLength))) throw new Error(`${path} is damaged`);
    attempt(() => utimesSync(path, new Date(), new Date()));
    return rest;
  }

  #writeOne(path: string, bytes: Uint8Array): void {
    const temporary = `${path}.${process.pid}`;
    try {
      writeFileSync(temporary, Buffer.concat([digest(bytes), bytes]));
      renameSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
  }

  #path(key: string, name: string): string {
    return join(this.#folder, digest(`${this.#recipe}\0${key}\0${name}`).toString("hex"));
  }
}

/** Changes when the same file would be drawn otherwise: with the code in src/icons, the libraries and the system. */
function iconRecipe(): string {
  const code = join(import.meta.dirname, "..", "icons");
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const file of readdirSync(code, { recursive: true, encoding: "utf8" }).sort())
    if (file.endsWith(".ts") && !file.endsWith(".test.ts"))
      hash.update(`\0${file}\0`).update(readFileSync(join(code, file)));
  hash.update(readFileSync(join(code, "..", "..", "package-lock.json")));
  return hash.digest("hex");
}

function removeUnused(folder: string): void {
  const oldest = Date.now() - unusedDays * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder))
    if (statSync(join(folder, name)).mtimeMs < oldest) rmSync(join(folder, name), { force: true });
}

/** A cache that cannot be read or written is no error: the pictures are drawn. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function digest(bytes: Uint8Array | string): Buffer {
  return createHash("sha256").update(bytes).digest();
}
