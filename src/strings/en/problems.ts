import { run } from "./cures.ts";

type Args = Readonly<Record<string, string>>;

/** The words of one problem. */
export interface Wording {
  /** For headings and lists; no values in it. */
  title: string;
  /** Three beats: the fault, why it is one, the edit to make. */
  message: (args: Args) => string;
}

/** A half sentence that is there only where the rule had something to suggest. */
const hint = (text: string | undefined, before = " "): string => (text ? before + text : "");

/** A finding of the review in three beats, in its own words. */
const ofFinding = ({ place, title, reason, advice }: Args): string =>
  `${place}: ${title}. ${reason} ${advice}`;

/** The words of every problem, by its permanent code; src/registry/model/problem.ts says which are errors. */
export const problems = {
  // Reading the disk
  "no-content-folder": {
    title: "No content folder",
    message: ({ folder }) =>
      `The folder ${folder} does not exist. The workspaces of a registry are read from it. Make the folder, or name another with --workspaces.`,
  },
  "no-workspaces": {
    title: "No workspace",
    message: () =>
      `None of the folders in the content folder holds a workspace.json. A registry lists at least one workspace, and this may be the wrong folder. Add a workspace.json and an icon to one of them, or name another folder with --workspaces.`,
  },
  "empty-registry": {
    title: "Empty registry",
    message: () =>
      `The content folder is empty. The store-front can be built, but Kasm takes no registry without a workspace. Add a folder with a workspace.json and an icon in it.`,
  },
  "folder-without-json": {
    title: "Folder without workspace.json",
    message: ({ folder, files }) =>
      `${folder} holds ${files} but no workspace.json. A folder without one is not published. Add workspace.json, or delete the folder.`,
  },
  "json-name-near-miss": {
    title: "File name is not workspace.json",
    message: ({ file }) =>
      `${file} is not read: only a file named exactly workspace.json is. The workspace would be missing silently. Rename the file to workspace.json.`,
  },
  "name-ambiguous": {
    title: "File name that could hide a change",
    message: ({ name, other }) =>
      `The names ${name} and ${other} begin alike. The "sha" of a workspace joins names and contents, so a part of ${other} could move between them and the "sha" stay the same. Give ${name} another name, or remove it.`,
  },
  "stray-workspace": {
    title: "workspace.json outside a workspace folder",
    message: ({ file }) =>
      `${file} is not read. A workspace is a folder directly below the content folder. Move it, with its icon, to a folder of its own there.`,
  },
  "not-a-regular-file": {
    title: "Not a regular file",
    message: ({ name, kind }) =>
      `${name} is ${kind}. Only regular files inside the workspace folder are read, so that nothing from outside is published. Put a copy of the file in its place.`,
  },
  unreadable: {
    title: "File cannot be read",
    message: ({ name, cause }) =>
      `${name} cannot be read (${cause}). Everything in a workspace folder is part of it. Give the file read permission, or delete it.`,
  },
  "file-too-large": {
    title: "File too large",
    message: ({ name, size, limit }) =>
      `${name} is ${size}; the limit is ${limit}. Every visitor and every Kasm server loads it. Make it smaller, or delete it.`,
  },
  "folder-name-unsafe": {
    title: "Folder name cannot be used",
    message: ({ name, cause, suggestion }) =>
      `The name ${name} ${cause}. Names like this break on other systems and in addresses. Rename the folder to ${suggestion}.`,
  },
  "folder-name-clash": {
    title: "Folder names differ only in case",
    message: ({ folder, other }) =>
      `${folder} and ${other} are the same name on Windows and macOS. One would overwrite the other in a checkout. Rename one of them.`,
  },

  // Reading JSON
  "json-empty": {
    title: "Empty file",
    message: () =>
      `The file is empty. A workspace needs at least a name, an image and an icon. Start from another workspace.json, or from the builder page of the store-front.`,
  },
  "json-encoding": {
    title: "Not UTF-8",
    message: ({ encoding }) =>
      `The file is ${encoding}, not UTF-8. Readers of JSON expect UTF-8 and show broken characters or nothing. Save it as "UTF-8" (without BOM) in your editor.`,
  },
  "json-bom": {
    title: "Byte-order mark",
    message: () =>
      `The file begins with a byte-order mark, an invisible character. Many JSON readers stop at it. Save the file as "UTF-8" instead of "UTF-8 with BOM".`,
  },
  "json-syntax": {
    title: "JSON syntax",
    message: ({ what, cure }) => `${what}. JSON with one wrong character cannot be read at all. ${cure}`,
  },
  "json-trailing-comma": {
    title: "Trailing comma",
    message: ({ close }) =>
      `A comma comes before the closing ${close}. JSON allows a comma only between two values. Delete this comma.`,
  },
  "json-comment": {
    title: "Comment",
    message: () =>
      `The file holds a comment. JSON has none. Delete it; the key "notes" is for remarks to the administrator.`,
  },
  "json-duplicate-key": {
    title: "Duplicate key",
    message: ({ key, first }) =>
      `Duplicate key ${key}; line ${first} has it first. Readers keep one of the two and drop the other silently. Delete one.`,
  },
  "json-too-deep": {
    title: "Nested too deeply",
    message: ({ limit }) =>
      `The values are nested more than ${limit} levels deep. No workspace needs that, and readers fail on it. Remove the inner levels.`,
  },
  "json-too-many": {
    title: "Too many values",
    message: ({ limit }) =>
      `The file holds more than ${limit} keys, values and punctuation marks. No workspace needs that, and readers take minutes for it. Remove those that are not needed.`,
  },
  "json-number": {
    title: "Number out of range",
    message: ({ number }) =>
      `The number ${number} is too large for a JSON reader. It would be read as infinity. Write a smaller number.`,
  },
  "json-lone-surrogate": {
    title: "Unpaired surrogate",
    message: () =>
      `The text holds an unpaired surrogate, half of a character. It cannot be written as UTF-8. Delete it, or write the whole character.`,
  },
  "more-problems": {
    title: "More problems of one kind",
    message: ({ count, code }) =>
      `This file has ${count} more problems of the kind ${code}. A report of all would bury the rest. Fix those that are shown, then check again.`,
  },
  "json-not-object": {
    title: "Not an object",
    message: ({ found, kind }) =>
      `The file holds ${found}. A ${kind} is one object. Put everything between one { and one }.`,
  },

  // A workspace against its schema
  "missing-key": {
    title: "Key missing",
    message: ({ key, near, why, cure }) => `The key "${key}" is missing${hint(near, "; ")}. ${why} ${cure}`,
  },
  "unknown-key": {
    title: "Unknown key",
    message: ({ key, near, fate, cure }) =>
      `"${key}" is not a key that Kasm knows.${hint(near)} ${fate || "It is published as it is and does nothing."} ${cure}`,
  },
  "unknown-setting": {
    title: "Unknown setting",
    message: ({ key, near, cure }) =>
      `"${key}" is not a setting of registry.json.${hint(near)} Nothing reads it. ${cure}`,
  },
  "unknown-option": {
    title: "Unknown option in run_config",
    message: ({ option, cure }) =>
      `${option} is no option that Docker's library knows. The workspace can be installed, but no session of it would start. ${cure}`,
  },
  "deployment-key": {
    title: "Key of one deployment",
    message: ({ key }) =>
      `"${key}" names something of the server that the entry was copied from. It is published as it is and means nothing on another server. Delete it.`,
  },
  "credential-in-entry": {
    title: "Secret in an entry",
    message: ({ key, what = "the login of a container registry" }) =>
      `"${key}" holds ${what}. Everybody who knows the address of this site could read it. Delete the login, change it, and let administrators enter one in Kasm; earlier commits still hold it.`,
  },
  "size-missing": {
    title: "Size missing",
    message: ({ where, cure }) =>
      `uncompressed_size_mb is missing${hint(where)}. Kasm then shows no estimate of the disk that the image takes. ${cure}`,
  },
  "size-zero": {
    title: "Size is 0",
    message: () =>
      `uncompressed_size_mb is 0. Administrators plan the disks of their agents with it. Write the size of the pulled image in megabytes, as docker images shows it; or ${run.initImages} measures it and ${run.fix} writes it.`,
  },
  "unlikely-unit": {
    title: "Number in another unit",
    message: ({ key, found, counted, unit, likely }) =>
      `${key} is ${found}. It is counted in ${counted}, and this looks like ${unit}. Write ${likely}.`,
  },
  "gpu-contradiction": {
    title: "GPU required and none reserved",
    message: () =>
      `require_gpu is true, and gpu_count is 0. A session of it asks for agents with a graphics processor and gets none of theirs. Write "gpu_count": 1, or "require_gpu": false.`,
  },
  "wrong-type": {
    title: "Wrong type",
    message: ({ key, found, expected, why, cure }) =>
      `${key} is ${found}, but must be ${expected}. ${why} ${cure}`,
  },
  "null-value": {
    title: "Value is null",
    message: ({ key, why, cure }) => `${key} is null. A key is either given or left out${why}. ${cure}`,
  },
  "empty-value": {
    title: "Empty value",
    message: ({ key, why, cure }) => `${key} is empty. ${why} ${cure}`,
  },
  "not-allowed": {
    title: "Value not allowed",
    message: ({ key, found, allowed, cure }) => `${key} is ${found}. Allowed are ${allowed}. ${cure}`,
  },
  "out-of-range": {
    title: "Number out of range",
    message: ({ key, found, limit, cure }) => `${key} is ${found}. It must be ${limit}. ${cure}`,
  },
  "duplicate-item": {
    title: "Duplicate item",
    message: ({ key, item }) => `${key} holds ${item} twice. A duplicate has no effect. Delete one.`,
  },
  "wrong-pattern": {
    title: "Wrong form",
    message: ({ key, found, example }) =>
      `${key} is ${found}. It must look like ${example}. Change it to that form.`,
  },
  "unknown-architecture": {
    title: "Unknown architecture",
    message: ({ found, cure }) =>
      `The architecture is ${found}. Kasm knows "amd64" and "arm64" and offers the workspace on no other. ${cure}`,
  },
  "schema-10-key": {
    title: "1.0 key in a 1.1 workspace",
    message: ({ key, instead }) =>
      `"${key}" belongs to schema 1.0, but compatibility is of schema 1.1. Kasm 1.16 and later ignore it here and take "${instead}" of each compatibility entry. Delete the key; an entry that lacks "${instead}" gets the value.`,
  },
  "schema-11-key": {
    title: "1.1 key in a 1.0 workspace",
    message: ({ key, cure }) =>
      `"${key}" belongs to schema 1.1, but compatibility is of schema 1.0. Older servers do not read it here. ${cure}`,
  },
  "mixed-compatibility": {
    title: "Mixed compatibility",
    message: () =>
      `compatibility holds both version strings and objects. A workspace is of schema 1.0 (strings) or 1.1 (objects). Write all entries in one form.`,
  },

  // Meaning of the values
  "version-pattern": {
    title: "Kasm version",
    message: ({ found, cure }) =>
      `The Kasm version is ${found}. Servers look for the form "1.17.x", or "1.17.0" for one release, and do not list the workspace otherwise. ${cure}`,
  },
  "duplicate-version": {
    title: "Duplicate Kasm version",
    message: ({ version }) => `Duplicate Kasm version "${version}". Servers use the first. Delete this one.`,
  },
  "no-newest-version": {
    title: "Nothing for the newest Kasm",
    message: ({ newest, found }) =>
      `No workspace names ${newest}, the newest Kasm version; the newest here is ${found}. A current server shows an empty registry. Test your images there and add it: ${run.addVersion(newest ?? "")}.`,
  },
  "no-suitable-version": {
    title: "No Kasm version is served",
    message: ({ newest }) =>
      `No workspace names a Kasm version that reads a registry. No server shows anything of it. Add the version of your server to compatibility, for instance "${newest}".`,
  },
  "too-many-categories": {
    title: "More than three categories",
    message: ({ count }) =>
      `The workspace has ${count} categories. Kasm's documentation asks for three at most, and a list of many helps nobody. Keep the three that fit best.`,
  },
  "near-duplicate-category": {
    title: "Similar category",
    message: ({ category, other, count }) =>
      `The category "${category}" is similar to "${other}", which ${count} of this registry have. Visitors see two groups instead of one. Use one spelling.`,
  },
  "invalid-image": {
    title: "Not a docker image reference",
    message: ({ key, found, cause, cure }) =>
      `${key} is ${found}, which is no docker image reference: ${cause}. The server cannot pull it. ${cure}`,
  },
  "image-without-tag": { title: "Image without tag", message: ofFinding },
  "image-registry-missing": { title: "Image without its container registry", message: ofFinding },
  "image-local-name": { title: "Image that Docker Hub does not have", message: ofFinding },
  "image-no-latest": { title: "Tag that Kasm does not publish", message: ofFinding },
  "images-lock-broken": {
    title: "Facts about images unreadable",
    message: () =>
      `images.lock.json cannot be read, so nothing is known about images. Restore it from git, or delete it and run ${run.initImages}.`,
  },
  "image-missing": {
    title: "Image missing",
    message: ({ image, since }) =>
      `${image} has not been in its registry since ${since}. Agents that do not have it yet cannot start the workspace. Correct its name or tag, or publish it; then run ${run.images}.`,
  },
  "image-lacks-architecture": {
    title: "Image without this architecture",
    message: ({ image, found, has }) =>
      `${image} is not there for ${found}${hint(has, ", only for ")}. Agents of that kind would offer the workspace and fail to start it. Take ${found} out of architecture, or name an image that has it and run ${run.images}.`,
  },
  "image-no-kasm-port": {
    title: "Image without Kasm's port",
    message: ({ image, ports }) =>
      `${image} offers ${ports || "no port"}, and Kasm shows what answers at port 6901. Is this image made for Kasm? Add EXPOSE 6901 to its Dockerfile, or name another image; then run ${run.images}.`,
  },
  "size-differs": {
    title: "Size differs from the image",
    message: ({ found, measured }) =>
      `uncompressed_size_mb is ${found}, and the image takes ${measured} MB. Administrators plan the disks of their agents with it. Write ${measured}, or run ${run.fix}.`,
  },
  "docker-registry-address": {
    title: "Not a registry address",
    message: ({ found, cause, cure }) =>
      `docker_registry is ${found}, ${cause}. Kasm asks this address for the image. ${cure}`,
  },

  "launch-duplicate-key": {
    title: "Duplicate key in the launch form",
    message: ({ key, first }) =>
      `The launch form asks for "${key}" twice; question ${first} is the first. The file of answers has room for one. Give this question a key of its own.`,
  },
  "launch-destination": {
    title: "Destination of the launch form",
    message: ({ found }) =>
      `The destination of the launch form is ${found}, which is no absolute path. Kasm writes the answers to a file in the session, and scripts would look elsewhere. Write for instance "/tmp/launch_selections.json".`,
  },
  "launch-saved-secret": {
    title: "Saved secret in the launch form",
    message: ({ key }) =>
      `The launch form asks for "${key}", which looks like a secret, with allow_saving. Kasm then stores the answer on the server. Set allow_saving to false.`,
  },

  // Findings that are certain
  "will-not-start": { title: "Session or command that does not start", message: ofFinding },
  "setting-refused": { title: "Setting that Docker refuses", message: ofFinding },
  "exec-lost-arguments": { title: "Words lost after a shell's -c", message: ofFinding },
  "own-display": { title: "Another display than the session's own", message: ofFinding },

  // Icons
  "icon-missing": {
    title: "Icon missing",
    message: ({ found, files, cure }) =>
      `image_src is ${found}, but the folder holds ${files}. The registry would show a broken picture. ${cure}`,
  },
  "icon-case": {
    title: "Icon name differs in case",
    message: ({ found, file }) =>
      `image_src is ${found}, but the folder holds ${file}. File names are case-sensitive on the web. Set image_src to ${file}.`,
  },
  "icon-borrowed": {
    title: "Icon in another folder",
    message: ({ found, neighbour }) =>
      `image_src is ${found}, but the folder holds no such file; ${neighbour} does. An icon is read from the workspace's own folder only. Copy the file from there into this folder.`,
  },
  "icon-url": {
    title: "Icon is an address",
    message: ({ found }) =>
      `image_src is ${found}, an address. Kasm looks for a file of that name in icons/ and shows a broken picture. Save the picture in this folder and write its file name.`,
  },
  "icon-blob": {
    title: "Icon is a browser's temporary address",
    message: ({ found }) =>
      `image_src is ${found}. A blob: address exists only in the browser tab that made it. Save the picture in this folder and write its file name.`,
  },
  "icon-path": {
    title: "Icon is not a bare file name",
    message: ({ found, cause, cure }) =>
      `image_src is ${found}, ${cause}. Icons are published by bare file name, from the workspace's own folder. ${cure}`,
  },
  "icon-type": {
    title: "File is not an image",
    message: ({ name, found }) =>
      `${name} is of no format on Kasm's list (${found}). The list holds png, svg, webp, jpg, gif and ico. Put such a picture in its place.`,
  },
  "icon-extension": {
    title: "Icon not named as a picture",
    message: ({ name, suggestion }) =>
      `${name} does not end like the name of a picture. Web servers go by the end of a name, and a file served as a page or a script runs on your site. Rename the file to ${suggestion} and set image_src to that.`,
  },
  "icon-content-type": {
    title: "Icon content does not match its name",
    message: ({ name, found, announced, suggestion }) =>
      `${name} is ${found} by content. A web server announces it as ${announced}, and programs that go by that alone refuse it; most browsers show it. Rename the file to ${suggestion} and set image_src to that.`,
  },
  "icon-broken": {
    title: "Icon cannot be read",
    message: ({ name, cause }) =>
      `${name} cannot be read as a picture (${cause}). Browsers would show a broken picture. Export it again.`,
  },
  "icon-too-large": {
    title: "Icon too large",
    message: ({ name, cause }) =>
      `${name} is larger than icons may be (${cause}). It is shown at about 90 pixels, and every build would have to decode it. Save it at 256 × 256 pixels or fewer, with few frames or one.`,
  },
  "icon-blank": {
    title: "Icon that draws nothing",
    message: ({ name }) =>
      `${name} holds no shape, text or picture. The card of the workspace would show an empty square. Export the drawing again with its content.`,
  },
  "icon-stripped": {
    title: "Icon published without a part of it",
    message: ({ name, parts }) =>
      `${name} holds parts that are not published: ${parts}. They run or load something when the drawing is opened on your site, so the published icon is without them and may look different. Open it in your drawing program and save it as plain SVG, with no animation and nothing linked.`,
  },
  "icon-unsized": {
    title: "Icon without a size",
    message: ({ name }) =>
      `${name} says neither a width and a height nor a viewBox. Browsers then show the upper left part of it, cut off where the frame ends. Write viewBox="0 0 64 64" in its first element, with the width and height of the drawing.`,
  },
  "icon-not-square": {
    title: "Icon not square",
    message: ({ name, size }) =>
      `${name} is ${size} pixels. Kasm shows icons in a square, so this one is squeezed or cut. Make it square, with empty space around it if need be.`,
  },
  "icon-small": {
    title: "Icon small",
    message: ({ name, size }) =>
      `${name} is ${size} pixels. Kasm asks for at least 50 × 50; a smaller one looks blurred. Export it at 128 × 128 or more.`,
  },
  "icon-clash": {
    title: "Icons with one name",
    message: ({ name, other, published }) =>
      `${name} is also the icon of ${other}, with another picture. A name can stand for one picture only, so this one is published as "${published}". Rename the file to something of its own.`,
  },

  // The registry as a whole
  "duplicate-name": {
    title: "Duplicate name",
    message: ({ name, other }) =>
      `The name "${name}" is also used by ${other}. People cannot tell the two apart. Make one of the names more specific.`,
  },
  "duplicate-image": {
    title: "Duplicate image",
    message: ({ image, versions, other }) =>
      `${image} for ${versions} is also offered by ${other}. The two install the same. Delete one, or describe the difference in both.`,
  },
  "mixed-channels": {
    title: "Some entries have channels, some have none",
    message: ({ also, other }) =>
      `This workspace has an entry without available_tags${also}, but ${other} has some. When a channel is chosen, Kasm hides the entries without. Give each entry its tags, or none.`,
  },
  "unknown-channel": {
    title: "Default channel unknown",
    message: ({ channel, channels }) =>
      `default_channel is "${channel}", which no workspace has among its available_tags (${channels}). The first of them is used. Write one of them.`,
  },
  "registry-icon-missing": {
    title: "Icon of the registry missing",
    message: ({ found }) =>
      `icon is ${found}, but public/ holds no such file. The registry would show a broken picture in Kasm. Put the file there, or write an absolute address (https://…).`,
  },
  "unknown-language": {
    title: "Not a language",
    message: ({ found, cure }) =>
      `lang is ${found}, which is no language tag (BCP 47). Browsers, screen readers and search engines go by it, and so does the choice of translation. ${cure}`,
  },
  "registry-address": {
    title: "Not an address",
    message: ({ key, found, cause, cure }) =>
      `${key} is ${found}, ${cause}. Servers and visitors follow it. ${cure}`,
  },
  "list-invalid": {
    title: "The list would be invalid",
    message: ({ schema, where, cause }) =>
      `The ${schema} list would break its own schema at ${where}: ${cause}. A server would refuse the whole registry, so nothing is written. Fix the workspace named here; if it looks right, this is a bug of the generator: report it.`,
  },
  "readme-front-matter": {
    title: "Front matter of README.md",
    message: ({ cause, cure }) =>
      `The front matter cannot be used: ${cause}. The store-front shows the text without it. ${cure}`,
  },
  "readme-key": {
    title: "Key in the front matter of README.md",
    message: ({ key, cause, cure }) => `${key} ${cause}. The store-front leaves it out. ${cure}`,
  },
  "replaced-by-unknown": {
    title: "Replacement unknown",
    message: ({ key, found }) =>
      `${key} is ${found}, which is no other workspace of this registry. Visitors would be sent to a page that does not exist. Write the folder, or the friendly_name, of a workspace that is here.`,
  },
  "withdrawn-still-here": {
    title: "Withdrawn or renamed, but still here",
    message: ({ list, key, folder }) =>
      `${list} names ${key}, but the folder ${folder} has that address. A page cannot show a workspace and say that it is gone. Delete the folder, or take ${key} out of ${list}.`,
  },
  "former-address": {
    title: "Not an old address",
    message: ({ list, key, cause, cure }) =>
      `${list} names ${key}, ${cause}. The page at an old address shows one text, or leads to one workspace. ${cure}`,
  },
  "deprecated-too-long": {
    title: "Deprecated for more than a year",
    message: ({ since }) =>
      `This workspace is deprecated since ${since}. Servers go on offering it. Delete its folder: a page at its address will say that it was withdrawn. Or remove "deprecated" if people should go on using it.`,
  },
  "rule-failed": {
    title: "A check failed",
    message: ({ rule, cause }) =>
      `The check "${rule}" stopped at this workspace (${cause}). The other checks continued. This is a bug of the generator, not yours: please report it with this file.`,
  },
} as const satisfies Record<string, Wording>;
