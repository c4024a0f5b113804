import { repairs as words } from "../../../strings/tools.ts";
import {
  describeFormat,
  expectedFormat,
  extensionOf,
  properExtension,
  shownTypes,
} from "../../../icons/inspect/format.ts";
import { quote } from "../../../registry/model/text.ts";
import { replaceNode } from "../../../registry/json/edit.ts";
import { propertyOf, type Propose } from "../repair.ts";

/** A JPEG named .png: the file gets the extension of what it is, and image_src follows. Not where that name is taken. */
export const iconContentType: Propose = ({ tree, files }) => {
  const node = propertyOf(tree, "image_src")?.value;
  const file = files?.find(({ name, kind }) => kind === "file" && name === node?.value);
  const format = file?.image?.format;
  if (
    !node ||
    !files ||
    !file ||
    !format ||
    !shownTypes.has(format) ||
    file.image?.fault ||
    expectedFormat(file.name) === format
  )
    return [];
  const extension = extensionOf(file.name);
  const stem = extension ? file.name.slice(0, -extension.length - 1) : file.name;
  const name = `${stem}.${properExtension(format)}`;
  if (files.some((other) => other !== file && other.name.toLowerCase() === name.toLowerCase())) return [];
  const message = words.iconRenamed({
    from: quote(file.name),
    format: describeFormat(format),
    to: quote(name),
  });
  return [
    {
      repair: { code: "icon-content-type", message },
      edits: [replaceNode(node, JSON.stringify(name))],
      rename: { from: file.name, to: name },
    },
  ];
};
