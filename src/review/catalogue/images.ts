import type { RuleRows } from "./row.ts";

/** The images that a workspace installs. Kasm shows no flag for these. */
export const imageRules = {
  "image-registry-missing": {
    properties: ["(image)"],
    severity: "low",
    warning: "image-registry-missing",
    sources: ["DPULL"],
  },
  "image-local-name": {
    properties: ["(image)"],
    severity: "low",
    warning: "image-local-name",
    sources: ["DPULL"],
  },
  "image-no-latest": {
    properties: ["(image)"],
    severity: "low",
    warning: "image-no-latest",
    sources: ["KI137"],
  },
  "image-untagged": {
    properties: ["(image)"],
    severity: "low",
    warning: "image-without-tag",
    sources: ["DPULL", "NIST 3.1.5"],
  },
  "image-latest": { properties: ["(image)"], severity: "low", sources: ["DPULL", "NIST 3.1.5"] },
  "image-digest": { properties: ["(image)"], severity: "info", sources: ["DPULL", "CIS 5.28"] },
} as const satisfies RuleRows;
