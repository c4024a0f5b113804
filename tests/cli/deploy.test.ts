import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "../support/run.ts";

const text = (name: string): string => readFileSync(join(projectRoot, "deploy", name), "utf8");

test("the container has bounds, and no rights", () => {
  const { services } = parse(text("compose.yaml")) as { services: Record<string, object> };
  for (const service of Object.values(services))
    expect(service).toMatchObject({
      read_only: true,
      mem_limit: "128m",
      pids_limit: 100,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
});

test("each base image names a tag, or a digest behind it, and the file says how to find one", () => {
  const images = [...text("Dockerfile").matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(images).toHaveLength(2);
  for (const image of images) expect(image).toMatch(/^[a-z/-]+:[\w.-]+(?:@sha256:[0-9a-f]{64})?$/);
  expect(text("Dockerfile")).toContain("docker buildx imagetools inspect");
});
