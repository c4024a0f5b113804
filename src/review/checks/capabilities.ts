import { capabilityName, defaultCapabilities, ruleOfCapability } from "../capabilities.ts";
import { finding, type Check } from "../finding.ts";
import { listItems } from "../setting-place.ts";
import { noteWords } from "../../strings/findings.ts";

export const checkCapAdd: Check = (value, place) =>
  listItems(value, place).map(({ value: item, place: at }) => {
    if (typeof item !== "string") return finding("type-mismatch", at);
    const name = capabilityName(item);
    if (name === "NET_RAW")
      return finding("cap-default", at, { severity: "low", reason: noteWords.netRawReason });
    if (defaultCapabilities.has(name)) return finding("cap-default", at);
    return finding(ruleOfCapability.get(name) ?? "cap-unknown", at);
  });
