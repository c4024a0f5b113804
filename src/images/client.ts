import { createHash } from "node:crypto";
import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import { imageFaults as words } from "../strings/images.ts";
import { dockerHub, type ImageReference } from "../registry/model/image-reference.ts";

/** What a server answered, after redirects. Names of headers are in lower case. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface Request {
  method?: "GET" | "HEAD";
  headers?: Record<string, string>;
  /** Bytes of the body at most. */
  limit: number;
  /** Stop reading at the limit instead of failing. */
  cut?: boolean;
}

/** Sends a request, bounded in time and size; what went wrong on the way is text. Credentials follow no redirect to another host. */
export type Send = (url: string, request: Request) => Promise<Answer | { fault: string }>;

/** Why an image could not be looked at. "later": the registry wants fewer requests, so that the next run asks. */
export class ImageFault extends Error {
  readonly state: "missing" | "private" | "unreachable" | "later";
  constructor(state: ImageFault["state"], message: string) {
    super(message);
    this.state = state;
  }
}

export interface ClientOptions {
  send: Send;
  /** Waits for seconds. */
  wait: (seconds: number) => Promise<void>;
  /** For Docker Hub alone. */
  login?: { username: string; token: string };
}

/** Answers to these are at most 4 MiB, as registries demand of manifests. Source: the OCI distribution specification, "Pushing Manifests". */
const largestJson = 4 * 1024 * 1024;
const tries = 3;
/** Seconds to wait at most. */
const longestWait = 60;
/** Manifests that are asked for of one host in a run: Docker Hub gives 100 in six hours to those that are not logged in. */
const mostManifests = 80;
/** Docker Hub's RateLimit-Remaining at which a run stops, so that people of the same address can go on. */
const leastRemaining = 10;

export const mediaTypes = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  dockerList: "application/vnd.docker.distribution.manifest.list.v2+json",
  docker: "application/vnd.docker.distribution.manifest.v2+json",
};

/** A manifest or an index, with what it is called. */
export interface Manifest {
  digest: string;
  type: string;
  json: JsonObject;
}

/** Asks container registries by the OCI distribution API. */
export class ImageClient {
  readonly counts = { HEAD: 0, GET: 0 };
  readonly #options: ClientOptions;
  readonly #tokens = new Map<string, string>();
  /** Manifests left to ask for by host. */
  readonly #left = new Map<string, number>();
  /** Hosts that are not asked again in this run, and why. */
  readonly #closed = new Map<string, ImageFault>();
  /** Requests in a row without an answer by host. */
  readonly #silences = new Map<string, number>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The digest of an image as it is now; "" where the registry does not say. */
  async digestOf(image: ImageReference): Promise<string> {
    const url = addressOf(image, "manifests", image.digest ?? image.tag ?? "latest");
    const { headers } = await this.#ask(image, url, { method: "HEAD", headers: accept, limit: 0 });
    return headers["docker-content-digest"] ?? "";
  }

  /** A manifest by its digest, or by the tag of the image. */
  async manifest(image: ImageReference, digest = image.digest): Promise<Manifest> {
    const host = hostOf(image);
    const left = this.#left.get(host) ?? mostManifests;
    if (left <= 0) throw new ImageFault("later", words.enough(host));
    this.#left.set(host, left - 1);
    const url = addressOf(image, "manifests", digest ?? image.tag ?? "latest");
    const { headers, body } = await this.#ask(image, url, { headers: accept, limit: largestJson });
    const sum = sumOf(body);
    const promised = [digest, headers["docker-content-digest"]].find(
      (each) => each && each !== sum && each.startsWith("sha256:"),
    );
    if (promised) throw new ImageFault("unreachable", words.otherDigest(promised, sum));
    const json = parse(body);
    const type = json["mediaType"] ?? (headers["content-type"] ?? "").split(";")[0]!.trim();
    return { digest: sum, type: typeof type === "string" ? type.slice(0, 200) : "", json };
  }

  /** A JSON blob, which is checked by its digest. */
  async json(image: ImageReference, digest: string): Promise<JsonObject> {
    const { body } = await this.#ask(image, addressOf(image, "blobs", digest), { limit: largestJson });
    if (digest.startsWith("sha256:") && sumOf(body) !== digest)
      throw new ImageFault("unreachable", words.otherDigest(digest, sumOf(body)));
    return parse(body);
  }

  /** Some bytes of a blob; null where the registry does not give just these. */
  async part(
    image: ImageReference,
    digest: string,
    from: number,
    length: number,
  ): Promise<Uint8Array | null> {
    const range = `${from}-${from + length - 1}`;
    const { status, headers, body } = await this.#answer(image, addressOf(image, "blobs", digest), {
      headers: { range: `bytes=${range}` },
      limit: length,
      cut: true,
    });
    const isIt = status === 206 && headers["content-range"]?.startsWith(`bytes ${range}/`);
    return isIt && body.length === length ? body : null;
  }

  /** The answer of a registry that has what is asked for. */
  async #ask(image: ImageReference, url: string, request: Request): Promise<Answer> {
    const host = hostOf(image);
    const answer = await this.#answer(image, url, request);
    const { status } = answer;
    // A registry that knows no HEAD is asked with GET.
    if (status === 405 && request.method === "HEAD") return answer;
    if (status === 404) throw new ImageFault("missing", words.missing(host));
    if (status === 401 || status === 403) throw new ImageFault("private", words.private(host));
    if (status !== 200) throw new ImageFault("unreachable", words.status(host, status));
    return answer;
  }

  /** Any answer to a request, which is sent with the token that the registry asks for. */
  async #answer(image: ImageReference, url: string, request: Request): Promise<Answer> {
    const host = hostOf(image);
    const closed = this.#closed.get(host);
    if (closed) throw closed;
    const scope = `repository:${pathOf(image)}:pull`;
    let answer = await this.#send(host, url, request, this.#tokens.get(`${host} ${scope}`));
    const challenge = answer.status === 401 ? challengeIn(answer.headers["www-authenticate"] ?? "") : null;
    if (challenge) {
      const token = await this.#token(image, { scope, ...challenge });
      this.#tokens.set(`${host} ${scope}`, token);
      answer = await this.#send(host, url, request, token);
    }
    const remaining = Number.parseInt(answer.headers["ratelimit-remaining"] ?? "", 10);
    if (remaining < leastRemaining) this.#left.set(host, 0);
    return answer;
  }

  /** Sends a request up to three times, while the server is busy. */
  async #send(host: string, url: string, request: Request, token?: string): Promise<Answer> {
    const headers = { ...request.headers, ...(token && { authorization: token }) };
    for (let attempt = 1; ; attempt++) {
      this.counts[request.method ?? "GET"]++;
      const answer = await this.#options.send(url, { ...request, headers });
      if ("fault" in answer) throw this.#silence(host, answer.fault);
      const isBusy = answer.status === 429 || answer.status >= 500;
      const seconds = secondsUntil(answer.headers["retry-after"]) ?? attempt;
      if (isBusy && attempt < tries && seconds <= longestWait) {
        await this.#options.wait(seconds);
        continue;
      }
      if (isBusy) {
        const isLater = answer.status === 429;
        const reason = isLater ? words.fewer(host) : words.status(host, answer.status);
        const fault = new ImageFault(isLater ? "later" : "unreachable", reason);
        this.#closed.set(host, fault);
        throw fault;
      }
      this.#silences.delete(host);
      return answer;
    }
  }

  /** The fault of a host that gives no answer; after the second one in a row it is not asked again, or each image would wait for it. */
  #silence(host: string, reason: string): ImageFault {
    const fault = new ImageFault("unreachable", reason);
    const count = (this.#silences.get(host) ?? 0) + 1;
    this.#silences.set(host, count);
    if (count >= 2) this.#closed.set(host, fault);
    return fault;
  }

  /** Asks the server that the challenge names for a token of its realm and scope. */
  async #token(image: ImageReference, { realm, service, scope }: Challenge): Promise<string> {
    const url = URL.parse(realm);
    if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && isLocal(url.host))))
      throw new ImageFault("unreachable", words.noTokens(hostOf(image)));
    if (service) url.searchParams.set("service", service);
    url.searchParams.set("scope", scope);
    const { login } = this.#options;
    const basic =
      login && image.registry === dockerHub && url.hostname === "auth.docker.io"
        ? `Basic ${Buffer.from(`${login.username}:${login.token}`).toString("base64")}`
        : undefined;
    const { status, body } = await this.#send(hostOf(image), url.href, { limit: largestJson }, basic);
    if (status === 401 || status === 403) throw new ImageFault("private", words.private(hostOf(image)));
    const answer = status === 200 ? parse(body) : {};
    const token = answer["token"] ?? answer["access_token"];
    if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token))
      throw new ImageFault("unreachable", words.noToken(url.host));
    return `Bearer ${token}`;
  }
}

const accept = { accept: Object.values(mediaTypes).join(", ") };

/** The host that answers for an image. */
const hostOf = ({ registry }: ImageReference): string =>
  registry === dockerHub ? "registry-1.docker.io" : registry;

/** Its repository there; Docker Hub keeps official images in "library". */
const pathOf = ({ registry, repository }: ImageReference): string =>
  registry === dockerHub && !repository.includes("/") ? `library/${repository}` : repository;

/** Whether a host is this machine, with which Docker speaks without encryption. */
const isLocal = (host: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/.test(host);

function addressOf(image: ImageReference, kind: "manifests" | "blobs", name: string): string {
  const host = hostOf(image);
  return `${isLocal(host) ? "http" : "https"}://${host}/v2/${pathOf(image)}/${kind}/${name}`;
}

interface Challenge {
  realm: string;
  service?: string;
  scope: string;
}

/** `Bearer realm="https://auth.example.org/token",service="registry"`; null for another scheme. */
function challengeIn(header: string): (Partial<Challenge> & { realm: string }) | null {
  if (!/^bearer\s/i.test(header)) return null;
  const values = Object.fromEntries(
    [...header.matchAll(/(?<!\w)(realm|service|scope)="([^"]{0,2000})"/gi)].map(([, name, value]) => [
      name!.toLowerCase(),
      value,
    ]),
  );
  return values["realm"] ? { ...values, realm: values["realm"] } : null;
}

/** Seconds of Retry-After, which holds those or a date; null where it holds neither. */
function secondsUntil(header: string | undefined): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const time = Date.parse(header);
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - Date.now()) / 1000));
}

const sumOf = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

function parse(body: Uint8Array): JsonObject {
  try {
    const value = JSON.parse(new TextDecoder().decode(body)) as JsonValue;
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw new ImageFault("unreachable", words.notJson);
}
