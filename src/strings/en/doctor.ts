/** Words of `npm run doctor`. */

type Args = Record<string, string>;

/** A fault in three beats: the fact, why it is wrong, the edit to make. */
export const faultWords = {
  // The address as typed
  "typed-empty": () =>
    `No address was given. Kasm needs the address of the registry's root folder. Type it, for instance https://example.github.io/kasm-registry/`,
  "typed-not-an-address": ({ typed, cause }) =>
    `${typed} is no web address (${cause}). Kasm can only read a registry over http or https. Type the address as the browser's bar shows it, for instance https://example.github.io/kasm-registry/`,
  "typed-wrapped": ({ what, better }) =>
    `The address was typed with ${what} around or inside it. Kasm takes them as part of the address. Paste ${better} without them.`,
  "typed-no-scheme": ({ better }) =>
    `The address has no https:// in front. Kasm does not add it. Type ${better}`,
  "typed-scheme": ({ scheme, better }) =>
    `The address begins with ${scheme}, which is not how a web address begins. Kasm reads http and https only. Type ${better}`,
  "typed-backslash": ({ better }) =>
    `The address holds a backslash. Parts of a web address are separated by /. Type ${better}`,
  "typed-wide": ({ host, better }) =>
    `The host ${host} holds letters of double width, as input methods for Chinese and Japanese write them. Not every program takes them for the plain ones. Type ${better}`,
  "typed-comma": ({ host, better }) =>
    `The host name ${host} holds a comma. Host names have dots only. Type ${better}`,
  "typed-schema-folder": ({ folder, better }) =>
    `The address ends in ${folder}, the folder of one schema. Kasm adds that part itself and would look for ${folder}versions.txt. Give Kasm ${better}`,
  "typed-file": ({ file, better }) =>
    `The address names the file ${file}. Kasm adds file names itself and would look for ${file}/versions.txt. Give Kasm the root of the registry: ${better}`,
  "typed-host": ({ host, better }) =>
    `The host ${host} looks misspelt. Kasm asks exactly that host. Type ${better}`,
  "typed-page": ({ page, better }) =>
    `The address is a page inside the store-front (${page}). Kasm looks for versions.txt below it. Give Kasm the root of the registry: ${better}`,
  "typed-repository": ({ host, better }) =>
    `The address is the source repository on ${host}, not the published site. It holds no versions.txt. Give Kasm the site's address, probably ${better}`,
  "typed-query": ({ what, better }) =>
    `The address has ${what} at its end. Kasm would add file names after it. Leave it out: ${better}`,
  "typed-no-slash": ({ better }) =>
    `The address has no slash at its end. Where Kasm joins file names to it without one, nothing is found (open: not known for each version). Type ${better}`,
  "typed-http": ({ better }) =>
    `The address begins with http://. A Kasm page is served over https, and its browser blocks or upgrades pictures from http; anyone on the way can also change what admins install. Serve the registry over https, and give Kasm ${better}`,
  "typed-credentials": () =>
    `The address holds a user name or password. Kasm stores and shows it to every administrator. Serve the registry without a password on a network that only your servers reach.`,
  "typed-local": ({ host }) =>
    `${host} is an address that only this machine or network knows. The Kasm server, in its container, finds itself or nothing there. Use a name that the Kasm server can reach.`,

  // The way to the server
  "name-unknown": ({ host, detail }) =>
    `The host name ${host} is not known (${detail}). No request can be sent. Look for a typing error; with a new domain, check its DNS record from the Kasm server.`,
  "private-address": ({ url, detail }) =>
    `${url} leads to ${detail}, an address of this machine or its network, though the registry is on the internet. It was not asked, and nobody else reaches it. Write an address that everyone reaches.`,
  "connection-refused": ({ host }) =>
    `${host} refuses the connection. Nothing listens on that port, or a firewall says no. Start the web server, or correct the port.`,
  "connection-failed": ({ host, detail }) =>
    `No connection to ${host} (${detail}). The server cannot be reached from here. Check the network, the firewall and the port.`,
  "connection-broken": ({ url, detail }) =>
    `${url}: the server closed the connection in the middle of its answer (${detail}). Kasm gets half a file. Look in the web server's error log.`,
  "timed-out": ({ url, stage, seconds }) =>
    `${url}: ${stage} within ${seconds} seconds. A Kasm server waits in the same way and shows a spinner. Check the web server and everything before it (proxy, firewall), or allow more with --timeout.`,
  "not-http": ({ url, detail }) =>
    `${url}: the answer is not HTTP (${detail}). Something else listens on that port. Correct the port or the scheme.`,
  "tls-not-spoken": ({ host, detail }) =>
    `${host} does not speak TLS on that port (${detail}). https cannot work there. Use the port of the https server, or http:// if there is none.`,
  "tls-name": ({ host, detail }) =>
    `The certificate of ${host} is for another name (${detail}). Kasm refuses it. Get a certificate that names ${host}, or use the name that it has.`,
  "tls-expired": ({ host, detail }) =>
    `The certificate of ${host} is out of date (${detail}). Kasm refuses it. Renew it; check that the renewal runs by itself.`,
  "tls-self-signed": ({ host, detail }) =>
    `The certificate of ${host} is signed by itself or by a private authority (${detail}). Kasm does not trust the signer and refuses it. Use a certificate of a public authority, or add yours to the Kasm server.`,
  "tls-chain": ({ host, detail }) =>
    `The certificate of ${host} comes without its intermediate certificate (${detail}). Browsers often repair that, a Kasm server does not. Configure the full chain in the web server.`,
  "tls-other": ({ host, detail }) =>
    `No secure connection to ${host} (${detail}). Kasm cannot read the registry. Check the server's TLS versions and certificate.`,
  "redirect-loop": ({ url, detail }) =>
    `${url} redirects in a circle (${detail}). It never answers with a file. Correct the redirect rules of the web server or the CDN (a frequent cause: "Flexible" TLS in front of a server that forces https).`,
  "redirect-many": ({ url, limit }) =>
    `${url} redirects more than ${limit} times. Clients give up before that. Point the first redirect at the last address.`,
  "redirect-broken": ({ url, detail }) =>
    `${url} answers with a redirect to ${detail}, which is no web address. Clients stop there. Correct the redirect rule.`,
  redirected: ({ url, target, better }) =>
    `${url} redirects to ${target}. Whether every Kasm version follows is not known (open). Give Kasm the last address: ${better}`,
  "redirect-insecure": ({ url, target }) =>
    `${url} redirects from https to http (${target}). The connection is no longer secure, and pictures are blocked on a Kasm page. Redirect to the https address.`,
  "too-large": ({ url, limit }) =>
    `${url} is larger than ${limit}; reading was stopped there. A Kasm server would load all of it on every update. Check what the server sends; a list of a hundred workspaces is about 200 kB.`,
  "bad-encoding": ({ url, encoding, detail }) =>
    `${url} says "content-encoding: ${encoding}", but its bytes are not that (${detail}). Kasm cannot unpack it. Stop compressing twice, or drop the header.`,

  // versions.txt
  "versions-missing": ({ url, status, hint }) =>
    `${url} answers ${status}. Without versions.txt in its root an address is no registry to Kasm. ${hint}`,
  "versions-html": ({ url }) =>
    `${url} is a web page, not a text file. The server answers every address with a page (a rule for single-page apps, a login, a parked domain). Let it serve versions.txt as the file it is.`,
  "versions-empty": ({ url }) =>
    `${url} is empty. It must name the published schemas, one a line: 1.0 and 1.1. Build the registry again and upload the whole folder.`,
  "versions-encoding": ({ url, encoding }) =>
    `${url} is ${encoding}. Kasm compares the lines byte by byte and finds no version. Save it as plain ASCII text.`,
  "versions-bom": ({ url }) =>
    `${url} begins with a byte-order mark, an invisible character. The first line then differs from "1.0". Save it without one.`,
  "versions-crlf": ({ url }) =>
    `${url} has Windows line ends. Where a reader splits at line feeds only, no version matches (open: not known for each Kasm version). Save it with Unix line ends.`,
  "versions-spaces": ({ url, line }) =>
    `${url} has spaces around ${line}. A reader that compares exactly finds no version. Delete them.`,
  "versions-line": ({ url, line }) =>
    `${url} holds the line ${line}, which is no schema version. Kasm ignores it. Publish only 1.0 and 1.1 (the official template lists every branch there).`,
  "versions-none-known": ({ url, lines }) =>
    `${url} names no schema that a Kasm server reads; it holds ${lines}. No server finds a list. Write 1.0 and 1.1, one a line, for the lists that exist.`,
  "versions-unlisted": ({ url, schema, kasm }) =>
    `${url} exists, but versions.txt does not name ${schema}. ${kasm} therefore finds no list. Add the line ${schema} to versions.txt.`,
  "versions-type": ({ url, type }) => `${url} comes as ${type}. It is plain text. Serve it as text/plain.`,

  // A list
  "list-missing": ({ url, status, schema }) =>
    `${url} answers ${status}, but versions.txt names ${schema}. Servers that read ${schema} get nothing. Publish the file, or take the line out of versions.txt.`,
  "list-html": ({ url }) =>
    `${url} is a web page, not JSON. The server answers every address with a page, or asks for a login. Let it serve the file.`,
  "list-empty-file": ({ url }) =>
    `${url} is empty. Kasm expects a JSON object. Build the registry again and upload the whole folder.`,
  "list-not-json": ({ url, detail, hint }) =>
    `${url} is not JSON: ${detail}. Kasm can read none of it. ${hint}`,
  "list-bom": ({ url }) =>
    `${url} begins with a byte-order mark, an invisible character. Many JSON readers stop at it (open: not known for each Kasm version). Save it without one.`,
  "list-not-object": ({ url, found }) =>
    `${url} holds ${found}. A list is one object with the key "workspaces". Build it with this template or the official one.`,
  "list-type": ({ url, type }) => `${url} comes as ${type}. It is JSON. Serve it as application/json.`,
  "list-large": ({ url, size }) =>
    `${url} is ${size} large. Every Kasm server loads it again and again. Look for pictures or other data inside the workspaces.`,
  "list-long": ({ url, length, limit }) =>
    `${url} lists ${length} workspaces; only the first ${limit} were examined. A Kasm server loads all of them. Check what the server sends.`,
  "list-values": ({ url, values, limit }) =>
    `${url} holds ${values} values, and the doctor reads ${limit} at most. Every Kasm server loads all of them. Look for long lists inside the workspaces, such as categories or compatibility, and shorten them.`,
  "list-key-missing": ({ url, where, key, more, hint }) =>
    `${url}: ${where} lacks "${key}"${more}. Kasm requires it. ${hint}`,
  "list-null": ({ url, where, more }) =>
    `${url}: ${where} is null${more}. Kasm expects a value there. Give it one, or leave the key out.`,
  "list-value": ({ url, where, cause, more }) =>
    `${url}: ${where} ${cause}${more}. Kasm may not read it. Correct the value in the workspace it comes from.`,
  "list-wrong-shape": ({ url, found, more, schema }) =>
    `${url}: compatibility has the form of schema ${found}${more}. Servers that read ${schema} cannot use it. Publish it in ${found}/, or convert it (this template writes both).`,
  "list-no-workspaces": ({ url, schema }) =>
    `${url} lists no workspace. Kasm refuses a registry without any. Add one, or take the line ${schema} out of versions.txt.`,
  "list-count": ({ url, count, length }) =>
    `${url}: workspacecount is ${count}, but it lists ${length} workspaces. The shown number is wrong. Build the list again instead of editing it.`,
  "list-duplicate": ({ url, names }) =>
    `${url}: ${names} is listed more than once. Admins cannot tell them apart. Give each a friendly_name of its own.`,
  "list-url": ({ url, found, address }) =>
    `${url}: list_url is ${found}, but the registry is at ${address}. Kasm's link to the store-front leads elsewhere. Set it to ${address}`,
  "list-url-invalid": ({ url, found, cause, address }) =>
    `${url}: list_url is ${found}, ${cause}. Kasm's link to the store-front leads nowhere. Set it to ${address}`,
  "list-url-local": ({ url, found }) =>
    `${url}: list_url is ${found}, which leads every machine to itself. The site was built without an address. Build it again with the one that Kasm is given: npm run build -- --site https://…`,
  "list-icon-relative": ({ url, found }) =>
    `${url}: icon is ${found}, which is no absolute address. Kasm's own registry has one like it, but a program that shows it elsewhere has to know where the list came from. Write the whole address, beginning with https://.`,
  "list-icon-missing": ({ url, icon, cause }) =>
    `${url}: the registry's icon ${icon} ${cause}. Kasm shows a broken picture. Put a picture there, or name another.`,
  "list-default-name": ({ url, found }) =>
    `${url}: name is "${found}", the name in the official template. Admins take this registry for Kasm's own. Give it your own name.`,
  "channel-unknown": ({ url, found, channels }) =>
    `${url}: default_channel is ${found}, but channels holds ${channels}. Kasm offers a channel in which nothing is found. Set default_channel to one of them.`,
  "channel-empty": ({ url, channels }) =>
    `${url}: default_channel is the empty string. No channel has that name. Set it to one of ${channels}, or to null where the list has none.`,
  "channel-unlisted": ({ url, found }) =>
    `${url}: available_tags name ${found}, which channels lacks. Nobody can choose it. Build the list again instead of editing it.`,
  "channel-mixed": ({ url, without, all }) =>
    `${url}: ${without} of ${all} workspaces have no available_tags. Kasm hides them as soon as a channel is chosen. Give all of them tags, or none.`,
  "nothing-suits": ({ url, all, schema, versions, example }) =>
    `${url}: none of its ${all} workspaces names a Kasm version that reads schema ${schema}; they name ${versions}. No server shows any of them. Add the version of your servers to compatibility, for instance "${example}".`,
  "newest-shows-nothing": ({ newest, cause, message, hint }) =>
    `Kasm ${newest}, the newest version known here, shows nothing of this registry: ${cause}. Admins of current servers get ${message}. ${hint}`,

  // Icons of workspaces
  "icon-name": ({ found, more = "", workspace }) =>
    `image_src is ${found}${more} (${workspace}), which is no bare file name. Kasm looks for a file of that name in icons/. Put the picture there and write its file name.`,
  "icon-missing": ({ url, more = "", cause, workspace }) =>
    `${url}${more} ${cause} (${workspace}). Admins see a broken picture. Put the file beside workspace.json under exactly that name, and build again.`,
  "icon-not-image": ({ url, more = "", found, workspace }) =>
    `${url}${more} is ${found} (${workspace}). Admins see a broken picture. Put a png, svg, webp, jpg, gif or ico file there.`,
  "icon-type": ({ url, more = "", format, claim, workspace }) =>
    `${url}${more} is ${format}, but ${claim} (${workspace}). A browser that is told not to guess shows nothing. Rename the file or convert the picture.`,
  "icon-blocked": ({ url, more = "", found }) =>
    `${url}${more} comes with "cross-origin-resource-policy: ${found}". A browser then refuses to show it on a Kasm page. Leave the header out for icons/, or set it to cross-origin.`,
  "icon-large": ({ url, more = "", size, workspace }) =>
    `${url}${more} is ${size} large (${workspace}). It is shown at about 90 pixels. Make it smaller.`,
  "icons-unchecked": ({ count, cause }) =>
    `${count} icons were not examined: ${cause}. Run doctor again once that is fixed.`,

  // The checksums
  "sums-missing": ({ url, cause }) =>
    `${url} ${cause}. Without the checksums there is nothing to compare the files with. Build the site with this template, and upload the whole folder.`,
  "sums-unreadable": ({ url, line, cause }) =>
    `${url}: line ${line} ${cause}. The list of checksums is damaged or comes from elsewhere. Build the site again, and upload the whole folder.`,
  "file-changed": ({ file }) =>
    `Not as SHA256SUMS lists it: ${file}. The bytes were changed after the build. Upload the whole folder again, and let no proxy rewrite pages.`,
  "file-swapped": ({ file, other }) =>
    `${file} holds the bytes of ${other}. The files were confused, or one was put in the place of the other. Upload the whole folder again.`,
  "file-missing": ({ file, cause }) =>
    `Listed in SHA256SUMS, but ${cause}: ${file}. The site is not complete. Upload the whole folder again.`,
  "file-unlisted": ({ file, why }) =>
    `Not listed in SHA256SUMS: ${file}, ${why}. It was added after the build, or its line was taken out. Build the site again, and upload the whole folder.`,
  "files-unchecked": ({ count }) =>
    `Not compared: ${count} more files, because the server stopped answering. Nothing is known about them. Try again later, or allow more with --timeout.`,

  // The attestation
  "attestation-commit": ({ file, commit, found }) =>
    `${file} is about commit ${commit}, and provenance.json names ${found}. One of them is of another build. Upload the whole folder again.`,
  "attestation-missing": ({ file, repository }) =>
    `${file} is missing, so nothing shows that ${repository} built the site. Anybody who can write to the server can have written the checksums as well. Publish with .github/workflows/publish.yml from a public repository.`,
  "attestation-of-nobody": ({ file }) =>
    `provenance.json names no repository at GitHub, so ${file} cannot be compared with it. Anybody can attest a site of theirs. Name the repository that you expect: --repo owner/name`,
  "attestation-unreadable": ({ file, detail }) =>
    `${file} is no attestation (${detail}). It proves nothing. Publish again, so that the workflow writes a new one.`,
  "attestation-keys": ({ file, detail }) =>
    `${file} was not checked, because Sigstore's keys cannot be read (${detail}). Without them no signature can be judged. Try again with a way to the internet, or give the keys: gh attestation trusted-root > keys.jsonl, then --trusted-root keys.jsonl`,
  "attestation-untrusted": ({ file, reason, detail }) =>
    `${file} is not to be trusted: ${reason} (${detail}). It was forged or damaged. Publish again, so that the workflow writes a new one.`,
  "attestation-issuer": ({ file, found }) =>
    `${file} was not signed by a workflow of GitHub; the signer was identified by ${found}. Only such workflows build sites. Publish with .github/workflows/publish.yml.`,
  "attestation-repository": ({ file, found, repository }) =>
    `${file} is of the repository ${found}, not of ${repository}. The site was built by somebody else. Ask its publisher which repository is right.`,
  "attestation-workflow": ({ file, found, repository, workflow }) =>
    `${file} is of the workflow ${found} of ${repository}, not of ${workflow}. Another program than the one that builds sites has signed. Look at what that workflow does.`,
  "attestation-branch": ({ file, found, repository, branch }) =>
    `${file} is of the branch or tag ${found} of ${repository}, not of its default branch ${branch}. Changes there may not have been reviewed. Publish from ${branch}.`,
  "attestation-unknown-branch": ({ file, found, repository, detail }) =>
    `${file} is of the branch ${found}, and ${repository} did not say whether that is its default branch (${detail}). Changes on another may not have been reviewed. Name the branch that you expect: --branch ${found}`,
  "attestation-sums": ({ file, repository }) =>
    `SHA256SUMS is not the one that ${file} is about. The checksums were written after ${repository} built the site, so all files are in doubt. Upload the whole folder again.`,

  // A folder instead of an address
  "no-such-folder": ({ folder }) =>
    `${folder} is neither a web address nor a folder here. Doctor has nothing to examine. Type an address beginning with https://, or build first: npm run build`,
  "not-the-site": ({ folder, found }) =>
    `${folder} holds ${found}: it is the source of a registry, not the built site. Kasm reads the built one. Run npm run build, then: npm run doctor -- dist`,
} as const satisfies Record<string, (args: Args) => string>;

/** Causes, claims and hints that the messages above insert. */
export const details = {
  notReadable: "it cannot be read as one",
  notWeb: (protocol: string) => `${protocol}// is not the web`,
  notHostName: (host: string) => `${host} is no host name`,
  wrappedIn: "spaces, quotes or punctuation",
  wrappedInSpaces: "spaces",

  noLocation: "nowhere (it has no Location header)",
  shortBody: "the announced length was not reached",
  cutOff: "it was cut off",

  typeClaim: (type: string) => `comes as ${type}`,
  noExtension: "its name has no extension",
  extensionClaim: (extension: string) => `is named .${extension}`,
  formatClaim: (format: string) => `is named like ${format}`,

  inEverySite: "which every site has",
  serverAnswers: (status: number) => `the server answers ${status}`,
  notInFolder: "the folder has no such file",
  noChecksum: "is not a checksum of a file of the site, as sha256sum writes it",
  repeatedFile: "names a file a second time",
  carriageReturn: "ends with CR LF, which sha256sum takes for a part of the name",
  cutOffLine: "is cut off",
  namedBy: (file: string) => `which ${file} names`,
  inFolder: "which is in the folder",

  notLoaded: (message: string) => `cannot be loaded: ${message}`,
  answers: (status: number) => `answers ${status}`,
  pageAboutPicture: "is a page of GitHub about the picture, not the picture (use the raw address)",
  notPicture: "is no picture",
  emptyFile: "empty",
  webPage: "a web page",
  otherContent: "something else",
  rareFormat: (format: string) => `${format}, which not every browser shows`,
  damagedFile: (fault: string) => `a damaged file (${fault})`,
  tooManyIcons: (limit: number) => `the lists name more than ${limit}`,
  serverSilent: "the server stopped answering",

  registryAddress: "the address of the registry",
  withoutScheme: "which has no https:// in front",
  notAddress: "which is no address",
  commaInHost: "with a comma in the host name",
  notRoot: {
    repository: "the page of a repository, not its site",
    host: "which looks misspelt",
    schema: "the folder of one schema",
    file: "a file",
  },

  tooDeep: (limit: number) => `more than ${limit} levels of brackets`,
  notUtf8: "it is not UTF-8 text",
  saveAsUtf8: "Save it as UTF-8.",
  buildInsteadOfEditing: "Build the registry again; do not edit the list by hand.",
  array: "an array",
  null: "null",
  valueOfType: (type: string) => `a value of type ${type}`,
  wrongSchema: (count: number, all: number) => ` in ${count} of ${all} workspaces`,
  moreLikeIt: (count: number) => ` (and ${count} more like it)`,
  buildAgain: "Build the list again.",
  addToWorkspace: "Add it to workspace.json.",
  schemaError: (message: string, value: string) => `${message} (it is ${value})`,
  wholeList: "the list",
  placeIn: (place: string, workspace: string) => `${place} of ${workspace}`,
  noChannels: "none",

  publishList: (schema: string) =>
    `Publish ${schema}/list.json too and name it in versions.txt (this template writes both from one source).`,
  addCompatibility: (version: string) => `Test the images there and add "${version}" to compatibility.`,
  emptyRegistry: "an empty registry",
  kasmRange: (first: string, last: string) => `Kasm ${first} to ${last}`,
  kasmFrom: (first: string) => `Kasm ${first} and later`,

  utf16: "UTF-16 or binary",
  otherEncoding: "not UTF-8",
  someAndMore: (items: string, more: number) => `${items} and ${more} more`,
  someAndLast: (items: string, last: string) => `${items} and ${last}`,
  nothing: "nothing",
} as const;

/** How far a request got before its time was over. */
export const stages = {
  connecting: "no connection",
  waiting: "no answer",
  receiving: "the answer did not end",
} as const satisfies Record<string, string>;

/** Advice about a versions.txt that is answered with another status than 200. */
export const statusHints = {
  forbidden:
    "The server asks for a login or forbids it; Kasm cannot log in. Make the registry readable for the Kasm server.",
  missing: "Check the address, and that the whole built folder was uploaded, versions.txt included.",
  limited: "The server limits requests. Try again later.",
  serverError: "The web server itself has a fault. Look in its error log.",
  other: "Let the server answer 200 with the file.",
} as const satisfies Record<string, string>;

/** Symptoms besides Kasm's own message, which `behaviour.ts` quotes. */
export const seenWords = {
  "valid-url":
    'a red notice after Add Registry; after "install the official registry" another before it: "There was a problem"',
  "schema-list": "a red notice titled Registry Error",
  "compatible-schema": "a red notice titled Registry Error",
  spinner: "a spinner that does not end",
  "blank-page":
    "the whole Registry page stays empty, also for other registries, until the registry is deleted from the database",
  "nothing-listed": "the registry is added, but shows no workspace",
  listed: "the workspaces, ready to install",
} as const satisfies Record<string, string>;

/** Why a Kasm server ends where it does. */
export const whyWords = {
  "address-unusable": "the typed text is no address that can be asked",
  "host-unreachable":
    "the server got no answer; the same is reported where a firewall or a missing proxy setting keeps Kasm from the network",
  "secure-connection-refused": "the server does not accept the certificate, so it gets no answer",
  "server-hangs": "the server waits for an answer that does not come",
  "versions-not-found": "the address plus /versions.txt leads to no file",
  "versions-not-text": "the answer for versions.txt holds no schema version",
  "versions-unreadable": "versions.txt cannot be read as lines of text",
  "schema-not-named": "versions.txt does not name the schema that this version reads",
  "list-not-found": "versions.txt names the schema, but its list.json is missing",
  "list-unreadable": "list.json cannot be read as a list",
  "list-empty": "the list holds no workspace; at least one is needed",
  "nothing-for-first-1.16":
    "no workspace names this release or its version with an x, which crashes the page of the first builds of 1.16",
  "nothing-for-this-version":
    "no workspace names this release or its version with an x, and a server looks for nothing else",
  "workspaces-found": "everything that this version looks for is present",
  "install-fails": "the image cannot be pulled, or a value in the workspace is refused",
} as const satisfies Record<string, string>;

/** Lines of the report for a terminal. */
export const report = {
  error: "error",
  warning: "warning",
  examined: (address: string) => `Examined ${address}`,
  asTyped: (address: string) => `Kasm's result for ${address}, as typed:`,
  server: "Kasm's result:",
  atExamined: (address: string) => `Kasm's result for ${address}:`,
  laterMessage: (message: string, why: string, certainty: string, source: string) =>
    `If "${message}" comes at Install: ${why} (${certainty}; ${source}).`,
  version: (version: string) => `Kasm ${version}`,
  versions: (first: string, last: string) => `Kasm ${first} to ${last}`,
  reading: (name: string, schema: string) => `${name}, reading ${schema}`,
  shows: (count: string, all: number) => `shows ${count} of ${all} workspaces.`,
  range: (least: number, most: number) => `${least} to ${most}`,
  adminSees: (seen: string) => `Admin sees: ${seen}.`,
  why: (why: string) => `Why: ${why}.`,
  modified: (date: string, ago: string) => `Last changed on ${date}, ${ago}, as its lists say.`,
  certainty: (certainty: string, source: string) => `Certainty: ${certainty}, ${source}.`,
  guess: "Certainty: open, a guess.",
  /** Releases as "1.16–1.18", the worst first; `broken` are those whose page a registry spoils. All of them are in `shown` where the registry suits every one. */
  sound: (
    warnings: number,
    shown: readonly string[] = [],
    empty: readonly string[] = [],
    refused: readonly string[] = [],
    broken: readonly string[] = [],
  ) =>
    notTo(broken) +
    [
      empty.length + refused.length + broken.length > 0 ? `OK for Kasm ${shown.join(", ")}` : "OK",
      ...notOn(empty, refused),
    ].join("; ") +
    (warnings > 0 ? `, with ${count(warnings, "warning")}.` : "."),
  /** `failing` are the releases that were asked for and would show nothing. */
  failed: (
    errors: number,
    warnings: number,
    failing: readonly string[],
    empty: readonly string[] = [],
    refused: readonly string[] = [],
    broken: readonly string[] = [],
  ) =>
    notTo(broken) +
    [
      `${count(errors, "error")}, ${count(warnings, "warning")}`,
      ...(failing.length > 0 ? [`Kasm ${failing.join(", ")} would show nothing`] : notOn(empty, refused)),
    ].join("; ") +
    ".",
} as const;

/** Bytes as people read them. */
export const units = { bytes: "bytes", kilobytes: "kB", megabytes: "MB" } as const satisfies Record<
  string,
  string
>;

const notTo = (broken: readonly string[]): string =>
  broken.length > 0
    ? `Do not add it to Kasm ${broken.join(", ")}: the whole Registry page stays empty there. `
    : "";
const notOn = (empty: readonly string[], refused: readonly string[]): string[] => [
  ...(empty.length > 0 ? [`empty on ${empty.join(", ")}`] : []),
  ...(refused.length > 0 ? [`refused on ${refused.join(", ")}`] : []),
];

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;
