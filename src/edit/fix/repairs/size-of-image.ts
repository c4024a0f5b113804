import { repairs as words } from "../../../strings/tools.ts";
import { insertProperty, replaceNode } from "../../../registry/json/edit.ts";
import { imageKey, isFarFrom, measuredSize } from "../../../registry/model/image-lock.ts";
import { isLink } from "../../../registry/model/releases.ts";
import { compatibilityObjects, propertyOf, shown, type Propose } from "../repair.ts";

const key = "uncompressed_size_mb";

/** A size that is missing, 0 or far from the one that images.lock.json has: the measured one is written. */
export const sizeOfImage: Propose = (subject) => {
  const { text, tree, data, schema, images } = subject;
  if (!images || isLink(data)) return [];
  const holders =
    schema === "1.0"
      ? [{ holder: tree, name: "name" }]
      : compatibilityObjects(subject).map((holder) => ({ holder, name: "image" }));
  return holders.flatMap(({ holder, name }) => {
    const image = propertyOf(holder, name);
    const measured = measuredSize(images, imageKey(String(image?.value.value)));
    const size = propertyOf(holder, key)?.value;
    if (!image || measured === null) return [];
    const to = String(measured);
    if (!size) {
      if (holder.children?.some(({ children }) => children?.[0]?.value === key)) return [];
      const edit = insertProperty(text, image, key, to);
      return [{ repair: { code: "size-missing", message: words.added({ key, value: to }) }, edits: [edit] }];
    }
    if (size.type !== "number" || !isFarFrom(Number(size.value), measured)) return [];
    const message = words.value({ key, from: shown(text, size), to });
    const code = size.value === 0 ? "size-zero" : "size-differs";
    return [{ repair: { code, message }, edits: [replaceNode(size, to)] }];
  });
};
