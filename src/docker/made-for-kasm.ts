import { dockerHub, parseImage } from "../registry/model/image-reference.ts";
import { factsOf, imageKey, kasmPort, type ImageLock } from "../registry/model/image-lock.ts";
import { isObject } from "../registry/model/json.ts";
import { kasmAnswer as words, leftOut, notes } from "../strings/docker.ts";
import type { ConvertedWorkspace } from "./converted-workspace.ts";
import { imageOf, isOfficial } from "./values/image.ts";

/** Whether Kasm can show sessions of an image: known for certain, likely, or not known. */
export type KasmVerdict = keyof typeof words.verdicts;

export interface KasmAnswer {
  verdict: KasmVerdict;
  /** The question and its answer. */
  answer: string;
  /** The reason, and what to do where Kasm may show nothing. */
  reason: string;
}

/** Answers whether an image is made for Kasm, by its name, by what was measured, and by the ports of the command it came from. Null for text that is no image. */
export function madeForKasm(
  image: string,
  lock: ImageLock | null,
  converted: ConvertedWorkspace | null = null,
): KasmAnswer | null {
  if (imageOf(image) === null) return null;
  const [verdict, reason] = judge(image, lock, converted);
  const cure = verdict === "no" || verdict === "unknown" ? words.cures[verdict] : "";
  return {
    verdict,
    answer: `${words.question} ${words.verdicts[verdict]}`,
    reason: cure === "" ? reason : `${reason} ${cure}`,
  };
}

/** The strongest evidence decides: the publisher, then what was measured, then the command, then the name. */
function judge(
  image: string,
  lock: ImageLock | null,
  converted: ConvertedWorkspace | null,
): [KasmVerdict, string] {
  const { reasons } = words;
  if (isOfKasm(image)) return ["yes", reasons.own];
  const facts = factsOf(lock?.get(imageKey(image) ?? ""));
  const offered = facts?.config.ports ?? [];
  if (offered.includes(kasmPort)) return ["yes", reasons.measured];
  if (isOfLinuxServer(image)) return ["probably", reasons.linuxServer];
  if (facts) return ["no", reasons.measuredOther(offered.join(", "))];
  if (converted?.notMapped.some(({ reason }) => reason === leftOut.display))
    return ["probably", reasons.display];
  const port = publishedPort(converted);
  if (port !== null) return ["no", reasons.otherPort(port)];
  if (/kasm/i.test(image)) return ["probably", reasons.named];
  const isLocal = converted?.notes.includes(notes.localBuild(image)) ?? false;
  return isOfficial(image) && !isLocal ? ["no", reasons.official] : ["unknown", reasons.unknown];
}

/** Whether Kasm itself publishes the image. */
export function isOfKasm(image: string): boolean {
  const reference = parseImage(image);
  return (
    !("cause" in reference) && reference.registry === dockerHub && reference.repository.startsWith("kasmweb/")
  );
}

/** At Docker Hub, at GitHub, and at lscr.io, which leads there. */
function isOfLinuxServer(image: string): boolean {
  const reference = parseImage(image);
  return !("cause" in reference) && reference.repository.startsWith("linuxserver/");
}

/** The first TCP port that the command publishes: an image for Kasm needs none. */
function publishedPort(converted: ConvertedWorkspace | null): number | null {
  const config = converted?.workspace["run_config"];
  const ports = isObject(config) && isObject(config["ports"]) ? Object.keys(config["ports"]) : [];
  const port = ports.find((name) => name.endsWith("/tcp"));
  return port === undefined ? null : parseInt(port);
}
