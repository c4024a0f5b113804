import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { compatibilityOf } from "../../registry/model/releases.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis, MakeDiagnosis } from "./faults.ts";
import { quoted, some } from "./printable.ts";

/** Faults of channels, default_channel and available_tags, which lists of 1.1 have. */
export function channelFaults(data: JsonObject, fault: MakeDiagnosis): Diagnosis[] {
  if (!Array.isArray(data["channels"])) return [];
  const channels = data["channels"].filter((channel) => typeof channel === "string");
  return [...defaultFaults(data["default_channel"], channels, fault), ...tagFaults(data, channels, fault)];
}

function defaultFaults(chosen: JsonValue | undefined, channels: string[], fault: MakeDiagnosis): Diagnosis[] {
  const names = channels.map((channel) => quoted(channel, 40));
  const shown = names.length > 0 ? some(names, 6) : details.noChannels;
  if (chosen === "") return [fault("channel-empty", { channels: shown })];
  if (typeof chosen === "string" && !channels.includes(chosen))
    return [fault("channel-unknown", { found: quoted(chosen, 40), channels: shown })];
  if (chosen === null && channels.length > 0)
    return [fault("channel-unknown", { found: "null", channels: shown })];
  return [];
}

function tagFaults(data: JsonObject, channels: string[], fault: MakeDiagnosis): Diagnosis[] {
  const faults: Diagnosis[] = [];
  const workspaces = Array.isArray(data["workspaces"]) ? data["workspaces"].filter(isObject) : [];
  const tags = workspaces.map((entry) => compatibilityOf({ data: entry }).flatMap((release) => release.tags));
  const unlisted = [...new Set(tags.flat())].filter((tag) => !channels.includes(tag));
  if (unlisted.length > 0)
    faults.push(fault("channel-unlisted", { found: some(unlisted.map((tag) => quoted(tag, 40))) }));
  const without = tags.filter((each) => each.length === 0).length;
  if (without > 0 && without < tags.length)
    faults.push(fault("channel-mixed", { without: String(without), all: String(tags.length) }));
  return faults;
}
