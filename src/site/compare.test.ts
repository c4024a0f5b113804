import { describe, expect, test } from "vitest";
import type { JsonObject } from "../registry/model/json.ts";
import type { Finding } from "../registry/model/types.ts";
import { compareRows, nameOf, type Subject } from "./compare.ts";
import { guideIndex } from "./search/guide-index.ts";

const guide = new Map(guideIndex().entries.map((entry) => [entry.anchor, entry]));
const finding = (rule: string, severity: Finding["severity"], property: string): Finding => ({
  rule,
  severity,
  property,
  path: property,
  pointer: `/run_config/${property}`,
  flag: "flag_property",
  reason: "",
  advice: "",
  sources: [],
});
const subject = (slug: string, data: JsonObject, findings: Finding[] = []): Subject => ({
  slug,
  workspace: {
    friendly_name: slug.toUpperCase(),
    description: "Same",
    architecture: ["amd64"],
    compatibility: [{ version: "1.16.x", image: "x/y:1", uncompressed_size_mb: 1200 }],
    ...data,
  },
  flags: findings.map(({ property }) => ({ flag: "flag_property", property })),
  findings,
});
const plain = subject("plain", {});
const net = subject("net", { run_config: { cap_add: ["NET_ADMIN"], security_opt: ["seccomp=unconfined"] } }, [
  finding("seccomp-unconfined", "medium", "security_opt"),
  finding("cap-net-admin", "medium", "cap_add"),
]);
const rows = (...subjects: Subject[]) =>
  new Map(compareRows(subjects, guide, "en").map((row) => [row.label, row]));

describe("rows", () => {
  test("say what is equal", () => {
    const equal = [...rows(plain, net).values()].filter(({ isEqual }) => isEqual).map(({ label }) => label);
    expect(equal).toEqual(
      expect.arrayContaining(["Description", "Image", "Host devices", "Kasm versions", "Architectures"]),
    );
    expect(equal).not.toContain("Capabilities");
    expect([...rows(plain, subject("other", {})).values()].every(({ isEqual }) => isEqual)).toBe(true);
  });

  test("name the finding that the card names, and list all in the same order", () => {
    const detach = finding("detach", "info", "detach");
    const usual = subject("usual", {}, [
      detach,
      finding("image-latest", "low", "name"),
      finding("seccomp-unconfined", "medium", "security_opt"),
    ]);
    const info = subject("info", {}, [detach]);
    expect(rows(usual, info).get("Worst finding")?.cells).toEqual([
      [{ text: guide.get("seccomp-unconfined")!.title, level: "usual", rule: "seccomp-unconfined" }],
      [{ text: "No extra access", isDefault: true }],
    ]);
    const [lines] = rows(usual, info).get("Findings")?.cells ?? [];
    expect(lines?.map(({ rule }) => rule)).toEqual(["seccomp-unconfined", "image-latest", "detach"]);
  });

  test("name the worst finding, and list a common one last", () => {
    const all = rows(plain, net);
    expect(all.get("Worst finding")?.cells).toEqual([
      [{ text: "No extra access", isDefault: true }],
      [{ text: guide.get("cap-net-admin")!.title, level: "medium", rule: "cap-net-admin" }],
    ]);
    expect(all.get("Findings")?.cells[1]?.map(({ rule }) => rule)).toEqual([
      "cap-net-admin",
      "seccomp-unconfined",
    ]);
  });

  test("show settings, sizes and flags of three", () => {
    const all = rows(plain, net, subject("big", { compatibility: [] }));
    expect(all.get("Capabilities")?.cells.map(([line]) => line?.property)).toEqual([
      undefined,
      "cap_add",
      undefined,
    ]);
    expect(all.get("Size on disk")?.cells.map(([line]) => line?.text)).toEqual([
      "1.2 GB",
      "1.2 GB",
      "Not given",
    ]);
    expect(all.get("Flags in Kasm")?.cells[1]).toHaveLength(2);
  });

  test("name a finding by its code where the guide does not have it", () =>
    expect(
      compareRows([net, plain], new Map(), "en").find(({ label }) => label === "Findings")?.cells[0]?.[0]
        ?.text,
    ).toBe("seccomp-unconfined"));

  test("say the last change where the JSON does", () => {
    expect(rows(plain, net).has("Last changed")).toBe(false);
    const dated = { ...plain, modified: Date.UTC(2026, 0, 2) };
    expect(
      rows(dated, { ...net, modified: Date.UTC(2026, 0, 3) }).get("Last changed")?.cells[0]?.[0]?.text,
    ).toBe("January 2, 2026");
  });
});

test("a workspace without a name goes by its slug", () =>
  expect(nameOf(subject("x", { friendly_name: 3 }))).toBe("x"));
