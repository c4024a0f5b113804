import { isObject } from "../../registry/model/json.ts";
import { kasmVersions } from "../../registry/model/kasm-versions.ts";
import { builder as words } from "../../strings/builder.ts";
import { dataOf, find } from "../elements.ts";
import type { BindField } from "./field.ts";
import { makeEditor } from "./property-editor.ts";
import { mounts, releaseKeys, releases, type Row } from "./row-codecs.ts";
import { makeRows, type Column } from "./rows.ts";

/** Fields whose value is shown as rows. */

/** The compatibility of the 1.1 schema: a row for each Kasm version. */
export const bindReleases: BindField = (element, key, store) => {
  const texts = JSON.parse(dataOf(element, "columns")) as Record<
    (typeof releaseKeys)[number],
    { label: string; help: string; placeholder: string }
  >;
  const columns = releaseKeys.map((name): Column => ({
    ...texts[name],
    list: name === "version" ? "known-kasm" : undefined,
    number: name === "uncompressed_size_mb",
  }));
  return (value) => {
    const rows = makeRows({
      label: dataOf(element, "label"),
      pointer: `/${key}`,
      codec: releases,
      columns,
      value: Array.isArray(value) && value.length > 0 ? value : [{}],
      least: 1,
      add: words.addVersion,
      next: nextRelease,
      change: (next) => store.setKey(key, next),
    });
    find(element, ".b-holder").replaceChildren(rows);
  };
};

/** The Kasm version after the last one given, with its image: only the tag is left to change. */
function nextRelease(rows: readonly Row[]): Row {
  const taken = new Set(rows.map(([version]) => version));
  const free = kasmVersions.map(({ version }) => version).filter((version) => !taken.has(version));
  return [free.at(-1) ?? "", rows.at(-1)?.[1] ?? "", rows.at(-1)?.[2] ?? "", ""];
}

/** An object: volume_mappings has a row for each mount, where rows can show all of it; the others are JSON. Empty is the same as none. */
export const bindObject: BindField = (element, key, store) => (value) => {
  const pointer = `/${key}`;
  const { element: editor } = makeEditor(
    {
      info: { name: key, does: "", jsonType: "object" },
      pointer,
      value: value ?? {},
      describedBy: `f-${key}-help f-${key}-problem`,
      pending: store.draft.pending[pointer],
      keep: (text) => store.setPending(pointer, text),
      change: (next) =>
        store.setKey(key, isObject(next) && Object.keys(next).length === 0 ? undefined : next),
    },
    key !== "volume_mappings" || (value !== undefined && !mounts.fits(value)),
  );
  find(element, ".b-holder").replaceChildren(editor);
};
