import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { mediaTypes } from "../../src/images/client.ts";

/** A layer as it is stored. */
export interface PretendLayer {
  bytes: Buffer;
  mediaType: string;
}

const layerType = "application/vnd.oci.image.layer.v1.tar";
export const gzipLayer = (size: number): PretendLayer => ({
  bytes: gzipSync(Buffer.alloc(size, "text ")),
  mediaType: `${layerType}+gzip`,
});
export const zstdLayer = (size: number): PretendLayer => ({
  bytes: zstdCompressSync(Buffer.alloc(size, "text "), { pledgedSrcSize: size }),
  mediaType: `${layerType}+zstd`,
});

export const sumOf = (bytes: Uint8Array): string =>
  `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** Answers instead of the registry; false where the registry is to answer. */
type Intercept = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A container registry on 127.0.0.1 that holds what tests put into it, with every request that it got: "HEAD /v2/a/manifests/1". */
export class ImageRegistry {
  readonly blobs = new Map<string, Buffer>();
  /** By "repository:tag" and "repository@digest". */
  readonly manifests = new Map<string, { body: Buffer; type: string }>();
  readonly asked: string[] = [];
  intercept: Intercept = () => false;
  host = "";
  readonly #server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<this> {
    await once(this.#server.listen(0, "127.0.0.1"), "listening");
    this.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Puts an image in, for several platforms as an index. Returns the digest that its tag has. */
  put(
    name: string,
    platforms: Record<string, PretendLayer[]>,
    { settings = {}, created = "2026-01-02T03:04:05Z" }: { settings?: object; created?: string } = {},
  ): string {
    const [repository] = name.split(":") as [string];
    const manifests = Object.entries(platforms).map(([architecture, layers]) => {
      const config = this.blob(JSON.stringify({ architecture, os: "linux", created, config: settings }));
      const json = {
        schemaVersion: 2,
        mediaType: mediaTypes.manifest,
        config: { mediaType: "application/vnd.oci.image.config.v1+json", ...config },
        layers: layers.map(({ bytes, mediaType }) => ({ mediaType, ...this.blob(bytes) })),
      };
      const digest = this.manifest(`${repository}:`, json, mediaTypes.manifest);
      return { mediaType: mediaTypes.manifest, digest, platform: { architecture, os: "linux" } };
    });
    const [only] = manifests;
    if (manifests.length === 1 && only) {
      this.manifests.set(name, this.manifests.get(`${repository}@${only.digest}`)!);
      return only.digest;
    }
    const attestation = { ...only, platform: { architecture: "unknown", os: "unknown" } };
    const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [...manifests, attestation] };
    return this.manifest(name, index, mediaTypes.index);
  }

  /** Puts a manifest in, under a name unless its tag is empty, and returns its digest. */
  manifest(name: string, json: object, type: string): string {
    const body = Buffer.from(JSON.stringify(json));
    const digest = sumOf(body);
    this.manifests.set(`${name.split(":")[0]}@${digest}`, { body, type });
    if (!name.endsWith(":")) this.manifests.set(name, { body, type });
    return digest;
  }

  blob(content: string | Buffer): { digest: string; size: number } {
    const bytes = Buffer.from(content);
    this.blobs.set(sumOf(bytes), bytes);
    return { digest: sumOf(bytes), size: bytes.length };
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.asked.push(`${request.method} ${request.url}`);
    if (this.intercept(request, response)) return;
    const [, repository, kind, name = ""] =
      /^\/v2\/(.+)\/(manifests|blobs)\/([^/?]+)$/.exec(request.url ?? "") ?? [];
    const manifest = this.manifests.get(`${repository}${name.includes(":") ? "@" : ":"}${name}`);
    const blob = this.blobs.get(name);
    if (kind === "manifests" && manifest) {
      response.writeHead(200, {
        "content-type": manifest.type,
        "docker-content-digest": sumOf(manifest.body),
        "content-length": manifest.body.length,
      });
      response.end(request.method === "HEAD" ? undefined : manifest.body);
    } else if (kind === "blobs" && blob) {
      const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
      const part =
        from === "" ? blob.subarray(-Number(to || blob.length)) : blob.subarray(Number(from), Number(to) + 1);
      const first = blob.length - part.length;
      const begin = from === "" ? first : Number(from);
      response.writeHead(request.headers.range ? 206 : 200, {
        "content-length": part.length,
        ...(request.headers.range && {
          "content-range": `bytes ${begin}-${begin + part.length - 1}/${blob.length}`,
        }),
      });
      response.end(part);
    } else response.writeHead(404).end("{}");
  }
}
