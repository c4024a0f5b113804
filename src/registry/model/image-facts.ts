/** An image for one processor. */
export interface ImagePlatform {
  digest: string;
  /** Bytes of all layers, as they are pulled and on disk. */
  compressed: number;
  unpacked: number;
  layers: number;
  /** Whether a part of `unpacked` is estimated. */
  estimated?: boolean;
}

/** Labels and settings of an image, of its first platform; those that it has. */
export interface ImageConfig {
  user?: string;
  entrypoint?: string[];
  /** "6901/tcp" */
  ports?: string[];
  version?: string;
  source?: string;
  revision?: string;
}

/** What a container registry says of an image. */
export interface ImageFacts {
  /** Of the manifest, or of the index of several. */
  digest: string;
  /** Media type of the same. */
  type: string;
  /** When it was built, in ISO 8601; "" where it does not say, as reproducible builds do. */
  created: string;
  /** The day of the last answer: "2026-11-29". */
  checked: string;
  /** By architecture in Kasm's words: "amd64", "arm64". */
  platforms: Record<string, ImagePlatform>;
  config: ImageConfig;
}

export type ImageState = "missing" | "private" | "unreachable";

/** An image in the lock: its facts as they were last known, and what the registry says since where that is something else. */
export interface LockedImage extends Partial<ImageFacts> {
  state?: ImageState;
  /** The first day of `state`. */
  since?: string;
}

/** Images by their full names, as `imageKey` makes them. */
export type ImageLock = ReadonlyMap<string, LockedImage>;
