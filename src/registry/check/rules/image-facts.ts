import {
  factsOf,
  imageKey,
  isFarFrom,
  kasmPort,
  lackingArchitectures,
  measuredSize,
  namedImages,
} from "../../model/image-lock.ts";
import { compatibilityOf } from "../../model/releases.ts";
import type { WorkspaceRule } from "./rule.ts";
import { sizeKey } from "./size-missing.ts";

/** What images.lock.json contradicts: architectures and sizes; and images that are missing, or not made for Kasm. */
export const imageFacts: WorkspaceRule = {
  name: "image-facts",
  check({ data, images }, report) {
    if (!images) return;
    for (const { name: image, pointer } of namedImages(data)) {
      const { state, since = "" } = images.get(image) ?? {};
      if (state === "missing") report("image-missing", pointer, { image, since });
      const facts = factsOf(images.get(image));
      const ports = facts?.config.ports ?? [];
      if (facts && !ports.includes(kasmPort))
        report("image-no-kasm-port", pointer, { image, ports: ports.join(", ") });
    }
    const lacking = lackingArchitectures(data, images);
    for (const { image, architecture: found, index, has } of lacking.filter(
      ({ index }, place) => lacking.findIndex((other) => other.index === index) === place,
    ))
      report("image-lacks-architecture", `/architecture/${index}`, { image, found, has: has.join(", ") });
    const sizes = new Map(
      compatibilityOf({ data }).map(({ image, size, pointer }) => [
        pointer.endsWith("/version") ? pointer.replace(/version$/, sizeKey) : `/${sizeKey}`,
        { size, measured: measuredSize(images, imageKey(image)) },
      ]),
    );
    for (const [pointer, { size, measured }] of sizes)
      if (size > 0 && measured !== null && isFarFrom(size, measured))
        report("size-differs", pointer, { found: String(size), measured: String(measured) });
  },
};
