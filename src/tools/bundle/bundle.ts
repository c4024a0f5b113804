import { bundleText as words } from "../../strings/tools.ts";
import type { ImageLock } from "../../registry/model/image-lock.ts";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { builtLists } from "../../publish/built-lists.ts";
import { checksumFile, checksumOf, filesBelow, unlistedFiles } from "../../publish/checksums.ts";
import { withImageHost } from "./image-host.ts";
import { imagesOf, mirrorSizes, pinned, type MirrorSizes } from "./images.ts";

export interface Bundle {
  /** The .tar.gz. */
  archive: Uint8Array;
  files: number;
  images: string[];
  /** Undefined where the lock knows none of them. */
  sizes: MirrorSizes | undefined;
  /** Values of the lists that are no image. */
  skipped: string[];
  /** The address that the site was built for; "" where its lists say none. */
  address: string;
}

/** Milliseconds since 1970, in the year 2038: tar-stream writes seconds of 31 bits. */
const latestMtime = (2 ** 31 - 1) * 1000;

interface Entry {
  name: string;
  bytes: Uint8Array;
  executable: boolean;
}

/**
 * One archive to carry into a network without internet: the built site, how nginx serves it, the list of every image with a script that
 * mirrors them, and checksums over all of it. The same site and lock give the same bytes. Throws a sentence where there is no built site.
 * @param imageHost the registry that the images will be mirrored to, for the lists to name; "" leaves them as they were published
 * @param lock what is known of the images: they are listed with their digests, so that what is mirrored is what was looked at
 */
export async function makeBundle(
  site: string,
  deploy: string,
  imageHost = "",
  lock: ImageLock = new Map(),
): Promise<Bundle> {
  const lists = [...builtLists(site).values()];
  const [first] = lists;
  if (!first || !existsSync(join(site, "versions.txt"))) throw new Error(words.noSite(site));
  const { images, skipped } = imagesOf(lists);
  const sizes = mirrorSizes(images, lock);
  const newest = Math.max(...lists.map((list) => Number(list["modified"]) || 0));
  const address = String(first["list_url"] ?? "");
  const text = (name: string, content: string): Entry => {
    return { name, bytes: Buffer.from(content), executable: false };
  };
  const entries: Entry[] = [
    text(
      "README.txt",
      words.readme({
        name: String(first["name"] ?? "registry"),
        address,
        images: images.length,
        imageHost,
        sizes,
      }),
    ),
    text("images.txt", images.map((image) => `${pinned(image, lock)}\n`).join("")),
    { ...entryOf("mirror-images.sh", join(import.meta.dirname, "mirror-images.sh")), executable: true },
    ...readdirSync(join(deploy, "nginx")).map((name) =>
      entryOf(`nginx/${name}`, join(deploy, "nginx", name)),
    ),
    ...siteEntries(site, imageHost),
  ];
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const sums = entries.map(({ name, bytes }) => checksumOf(name, bytes)).join("");
  const archive = await tarGz(
    [text(checksumFile, sums), ...entries],
    new Date(Math.min(newest, latestMtime)),
  );
  return { archive, files: entries.length + 1, images, sizes, skipped, address };
}

/** The files of the site, signatures of its checksums included; with another host in its lists, and in its checksums what that changes. */
function siteEntries(site: string, imageHost: string): Entry[] {
  const entries = filesBelow(site).map((path) => entryOf(`site/${path}`, join(site, path)));
  if (!imageHost) return entries;
  const isList = ({ name }: Entry): boolean => /^site\/1\.\d\/list\.json$/.test(name);
  const rewritten = entries.map((entry) =>
    isList(entry)
      ? { ...entry, bytes: Buffer.from(withImageHost(Buffer.from(entry.bytes).toString(), imageHost)) }
      : entry,
  );
  // What signs the published checksums is not about these.
  const listed = rewritten.filter(({ name }) => !unlistedFiles.includes(name.slice("site/".length)));
  const sums = listed.map(({ name, bytes }) => checksumOf(name.slice("site/".length), bytes));
  const checksums = { name: `site/${checksumFile}`, bytes: Buffer.from(sums.join("")), executable: false };
  return [...listed, checksums];
}

function entryOf(name: string, path: string): Entry {
  return { name, bytes: readFileSync(path), executable: false };
}

/** A .tar.gz without anything of the machine in it: no owner, one date, fixed modes. */
async function tarGz(entries: readonly Entry[], mtime: Date): Promise<Uint8Array> {
  const tar = pack();
  const chunks: Buffer[] = [];
  const whole = (async () => {
    for await (const chunk of tar) chunks.push(chunk as Buffer);
  })();
  for (const { name, bytes, executable } of entries)
    tar.entry(
      {
        name: `registry/${name}`,
        type: "file",
        mode: executable ? 0o755 : 0o644,
        mtime,
        uid: 0,
        gid: 0,
        uname: "",
        gname: "",
      },
      Buffer.from(bytes),
    );
  tar.finalize();
  await whole;
  const zipped = gzipSync(Buffer.concat(chunks), { level: 9 });
  zipped[9] = 255; // the operating system, which is nobody's business
  return zipped;
}
