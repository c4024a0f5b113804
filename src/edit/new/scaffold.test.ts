import { expect, test } from "vitest";
import { convertDocker } from "../../docker/index.ts";
import { folderNameFault } from "../../registry/model/folder-name.ts";
import { readImage } from "../../icons/inspect/format.ts";
import { newestKasm } from "../../registry/model/kasm-versions.ts";
import { sanitizeSvg } from "../../icons/inspect/svg.ts";
import { validateWorkspace } from "../../registry/check/workspace.ts";
import { composeWorkspace, type Answers } from "./compose-workspace.ts";
import { folderFromName } from "./folder-from-name.ts";
import { formatJson } from "./format-json.ts";
import { drawMonogram } from "./monogram.ts";

test.for([
  ["Firefox", "Firefox"],
  ["Visual Studio Code", "Visual Studio Code"],
  ["中文桌面", "中文桌面"],
  ["C/C++: Tools", "C C++ Tools"],
  ["  ../../etc/passwd  ", "etc passwd"],
  ["...", "workspace"],
  ["", "workspace"],
  ["CON", "con-workspace"],
  ["nul.txt", "nul-txt"],
  ["a\u202eb\u0000c", "a b c"],
  ["What? *Really*", "What Really"],
  ["Name.", "Name"],
  ["😀".repeat(40), "😀".repeat(20)],
  [".hidden", "hidden"],
  ["a\u2028b\ufffdc\ud800d", "a b c d"],
  ['a <>:"|?*\\ b', "a b"],
  ["a . ", "a"],
  ["x".repeat(81), "x".repeat(80)],
  [`${"x".repeat(79)} y`, "x".repeat(79)],
  [`${"x".repeat(79)}.y`, "x".repeat(79)],
  ["Cafe\u0301", "Caf\u00e9"],
])("the folder of %j is %j", ([name, folder]) => {
  expect(folderFromName(name!)).toBe(folder);
  expect(folderNameFault(folder!)).toBeNull();
});

test("a monogram is an SVG that is published as it is", () => {
  for (const name of ["Firefox", "Visual Studio Code", "<script>&\"'", "中文桌面", "😀", ""]) {
    const svg = drawMonogram(name);
    expect(readImage(new TextEncoder().encode(svg))).toStrictEqual({
      format: "svg",
      width: 256,
      height: 256,
      fault: null,
    });
    expect(sanitizeSvg(svg)).toBe(svg);
    expect(drawMonogram(name)).toBe(svg);
  }
});

test("JSON for people", () => {
  const long = Array.from({ length: 12 }, (_, i) => `category ${i}`);
  const text = formatJson({ a: ["x", 1], b: {}, c: [], d: [{ e: null }], f: long });
  expect(text).toBe(
    `{\n  "a": ["x", 1],\n  "b": {},\n  "c": [],\n  "d": [\n    {\n      "e": null\n    }\n  ],\n  "f": [\n    ${long.map((item) => `"${item}"`).join(",\n    ")}\n  ]\n}\n`,
  );
  expect(JSON.parse(text)).toStrictEqual({ a: ["x", 1], b: {}, c: [], d: [{ e: null }], f: long });
});

test("a list of plain values stays in a line of 100 characters, and not in one of 101", () => {
  const inline = (length: number): string => `["${"x".repeat(length - 4)}"]`;
  expect(formatJson([`${"x".repeat(96)}`])).toBe(`${inline(100)}\n`);
  expect(formatJson([`${"x".repeat(97)}`])).toBe(`[\n  "${"x".repeat(97)}"\n]\n`);
  expect(formatJson([[`${"x".repeat(94)}`], null])).toBe(`[\n  ${inline(98)},\n  null\n]\n`);
  expect(formatJson([[`${"x".repeat(95)}`]])).toBe(`[\n  [\n    "${"x".repeat(95)}"\n  ]\n]\n`);
  expect(formatJson({ 'a"': { b: { c: null } } })).toBe(
    '{\n  "a\\"": {\n    "b": {\n      "c": null\n    }\n  }\n}\n',
  );
  expect(formatJson(null)).toBe("null\n");
});

const answers: Answers = {
  schema: "1.0",
  name: "Firefox",
  image: "ghcr.io/me/firefox:1",
  description: "A browser.",
  categories: ["Browser"],
  architectures: ["amd64"],
  versions: ["1.18.x", newestKasm],
  size: 900,
  icon: "firefox.svg",
  more: {},
};

test.for(["1.0", "1.1"] as const)(
  "a workspace in schema %s is valid, with what a docker command adds",
  async (schema) => {
    const conversion = await convertDocker(
      "docker run -e A=b --gpus 1 -m 2g --platform linux/arm64 kasmweb/other:1",
    );
    if (!conversion.ok) throw new Error(conversion.message);
    const data = composeWorkspace({ ...answers, schema, more: conversion.workspace }, "../../schema");
    const { faults } = validateWorkspace({
      folder: "Firefox",
      slug: "firefox",
      content: formatJson(data),
      files: null,
    });
    expect(faults).toStrictEqual([]);
    expect(Object.keys(data)[0]).toBe("$schema");
    expect(data).toMatchObject({
      docker_registry: "https://ghcr.io/",
      architecture: ["amd64"],
      memory: 2148,
      gpu_count: 1,
      run_config: { environment: { A: "b" } },
    });
    const entry = { version: "1.18.x", image: "ghcr.io/me/firefox:1", uncompressed_size_mb: 900 };
    expect(data["compatibility"]).toStrictEqual(
      schema === "1.0" ? answers.versions : [entry, { ...entry, version: newestKasm }],
    );
    expect(data["name"]).toBe(schema === "1.0" ? "ghcr.io/me/firefox:1" : undefined);
  },
);

test.for([
  ["firefox", "https://index.docker.io/v1/"],
  ["docker.io/kasmweb/firefox:1", "https://index.docker.io/v1/"],
  ["index.docker.io/kasmweb/firefox:1", "https://index.docker.io/v1/"],
  ["not an image", "https://index.docker.io/v1/"],
  ["mydocker.io/a:1", "https://mydocker.io/"],
  ["docker.io.example/a:1", "https://docker.io.example/"],
  ["lab.example:5000/a:1", "https://lab.example:5000/"],
])("the image %s comes from %s", ([image, registry]) => {
  expect(composeWorkspace({ ...answers, image: image! }, "s")["docker_registry"]).toBe(registry);
});

test.for(["1.0", "1.1"] as const)(
  "writes keys in the usual order, and empty ones not at all, in schema %s",
  (schema) => {
    const more = { name: "other", cores: 2, image_src: "other.png" };
    const data = composeWorkspace({ ...answers, schema, categories: [], versions: ["1.18.x"], more }, "../s");
    const image = "ghcr.io/me/firefox:1";
    expect(Object.entries(data)).toEqual(
      Object.entries({
        $schema: `../s/workspace-${schema}.schema.json`,
        friendly_name: "Firefox",
        description: "A browser.",
        ...(schema === "1.0" ? { name: image } : {}),
        docker_registry: "https://ghcr.io/",
        image_src: "firefox.svg",
        architecture: ["amd64"],
        compatibility:
          schema === "1.0" ? ["1.18.x"] : [{ version: "1.18.x", image, uncompressed_size_mb: 900 }],
        ...(schema === "1.0" ? { uncompressed_size_mb: 900 } : {}),
        cores: 2,
      }),
    );
  },
);
