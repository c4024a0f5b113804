type Args = Record<string, string>;

export type FaultSeverity = "error" | "warning";

/** A row of the catalogue: how bad, and the words in three beats: what is there, why it is wrong, what to do. */
interface Wording {
  severity: FaultSeverity;
  message: (args: Args) => string;
}

const error = (message: Wording["message"]): Wording => ({ severity: "error", message });
const warning = (message: Wording["message"]): Wording => ({ severity: "warning", message });

/** Everything that doctor can find. Codes are permanent: a code is never renamed or given another meaning. */
export const faults = {
  // The address as typed
  "typed-empty": error(
    () =>
      `No address was given. Kasm needs the address of the registry's root folder. Type it, for instance https://example.github.io/kasm-registry/`,
  ),
  "typed-not-an-address": error(
    (a) =>
      `${a["typed"]} is no web address (${a["cause"]}). Kasm can only read a registry over http or https. Type the address as the browser's bar shows it, for instance https://example.github.io/kasm-registry/`,
  ),
  "typed-wrapped": warning(
    (a) =>
      `The address was typed with ${a["what"]} around or inside it. Kasm takes them as part of the address. Paste ${a["better"]} without them.`,
  ),
  "typed-no-scheme": error(
    (a) => `The address has no https:// in front. Kasm does not add it. Type ${a["better"]}`,
  ),
  "typed-scheme": error(
    (a) =>
      `The address begins with ${a["scheme"]}, which is not how a web address begins. Kasm reads http and https only. Type ${a["better"]}`,
  ),
  "typed-comma": error(
    (a) =>
      `The host name ${a["host"]} holds a comma. There is no such host; a dot is meant. Type ${a["better"]}`,
  ),
  "typed-schema-folder": error(
    (a) =>
      `The address ends in ${a["folder"]}, the folder of one schema. Kasm adds that part itself and would look for ${a["folder"]}versions.txt. Give Kasm ${a["better"]}`,
  ),
  "typed-file": error(
    (a) =>
      `The address names the file ${a["file"]}. Kasm adds file names itself and would look for ${a["file"]}/versions.txt. Give Kasm the root of the registry: ${a["better"]}`,
  ),
  "typed-page": error(
    (a) =>
      `The address is a page inside the store-front (${a["page"]}). Kasm looks for versions.txt below it. Give Kasm the root of the registry: ${a["better"]}`,
  ),
  "typed-repository": error(
    (a) =>
      `The address is the source repository on ${a["host"]}, not the published site. There is no versions.txt there. Give Kasm the site's address, probably ${a["better"]}`,
  ),
  "typed-query": warning(
    (a) =>
      `The address has ${a["what"]} at its end. Kasm would add file names after it. Leave it out: ${a["better"]}`,
  ),
  "typed-no-slash": warning(
    (a) =>
      `The address has no slash at its end. Where Kasm joins file names to it without one, nothing is found (open: not known for each version). Type ${a["better"]}`,
  ),
  "typed-http": warning(
    (a) =>
      `The address begins with http://. A Kasm page is served over https, and its browser blocks or upgrades pictures from http; anyone on the way can also change what admins install. Serve the registry over https, and give Kasm ${a["better"]}`,
  ),
  "typed-credentials": error(
    () =>
      `The address holds a user name or password. Kasm stores and shows it to every administrator. Serve the registry without a password on a network that only your servers reach.`,
  ),
  "typed-local": warning(
    (a) =>
      `${a["host"]} is an address that only this machine or network knows. The Kasm server, in its container, finds itself or nothing there. Use a name that the Kasm server can reach.`,
  ),

  // The way to the server
  "name-unknown": error(
    (a) =>
      `The host name ${a["host"]} is not known (${a["detail"]}). No request can be sent. Look for a typing mistake; with a new domain, check its DNS record from the Kasm server.`,
  ),
  "connection-refused": error(
    (a) =>
      `${a["host"]} refuses the connection. Nothing listens on that port, or a firewall says no. Start the web server, or correct the port.`,
  ),
  "connection-failed": error(
    (a) =>
      `No connection to ${a["host"]} (${a["detail"]}). The server cannot be reached from here. Check the network, the firewall and the port.`,
  ),
  "connection-broken": error(
    (a) =>
      `${a["url"]}: the server closed the connection in the middle of its answer (${a["detail"]}). Kasm gets half a file. Look in the web server's error log.`,
  ),
  "timed-out": error(
    (a) =>
      `${a["url"]}: ${a["stage"]} within ${a["seconds"]} seconds. A Kasm server waits in the same way and shows a spinner. Check the web server and what stands between (proxy, firewall), or allow more with --timeout.`,
  ),
  "not-http": error(
    (a) =>
      `${a["url"]}: the answer is not HTTP (${a["detail"]}). Something else listens on that port. Correct the port or the scheme.`,
  ),
  "tls-not-spoken": error(
    (a) =>
      `${a["host"]} does not speak TLS on that port (${a["detail"]}). https cannot work there. Use the port of the https server, or http:// if there is none.`,
  ),
  "tls-name": error(
    (a) =>
      `The certificate of ${a["host"]} is for another name (${a["detail"]}). Kasm refuses it. Get a certificate that names ${a["host"]}, or use the name that it has.`,
  ),
  "tls-expired": error(
    (a) =>
      `The certificate of ${a["host"]} is out of date (${a["detail"]}). Kasm refuses it. Renew it; check that the renewal runs by itself.`,
  ),
  "tls-self-signed": error(
    (a) =>
      `The certificate of ${a["host"]} is signed by itself or by a private authority (${a["detail"]}). Kasm does not know who vouches for it and refuses it. Use a certificate of a public authority, or add yours to the Kasm server.`,
  ),
  "tls-chain": error(
    (a) =>
      `The certificate of ${a["host"]} comes without its intermediate certificate (${a["detail"]}). Browsers often repair that, a Kasm server does not. Configure the full chain in the web server.`,
  ),
  "tls-other": error(
    (a) =>
      `No secure connection to ${a["host"]} (${a["detail"]}). Kasm cannot read the registry. Check the server's TLS versions and certificate.`,
  ),
  "redirect-loop": error(
    (a) =>
      `${a["url"]} redirects in a circle (${a["detail"]}). No answer ever comes. Correct the redirect rules of the web server or the CDN (a frequent cause: "Flexible" TLS in front of a server that forces https).`,
  ),
  "redirect-many": error(
    (a) =>
      `${a["url"]} redirects more than ${a["limit"]} times. Clients give up before that. Point the first redirect at the last address.`,
  ),
  "redirect-broken": error(
    (a) =>
      `${a["url"]} answers with a redirect to ${a["detail"]}, which is no web address. Clients stop there. Correct the redirect rule.`,
  ),
  redirected: warning(
    (a) =>
      `${a["url"]} redirects to ${a["target"]}. Whether every Kasm version follows is not known (open). Give Kasm the last address: ${a["better"]}`,
  ),
  "redirect-insecure": error(
    (a) =>
      `${a["url"]} redirects from https to http (${a["target"]}). The secure way is given up, and pictures are blocked on a Kasm page. Redirect to the https address.`,
  ),
  "too-large": error(
    (a) =>
      `${a["url"]} is larger than ${a["limit"]}; reading was stopped there. A Kasm server would load all of it on every update. Check what the server sends; a list of a hundred workspaces has about 200 kB.`,
  ),
  "bad-encoding": error(
    (a) =>
      `${a["url"]} says "content-encoding: ${a["encoding"]}", but its bytes are not that (${a["detail"]}). Kasm cannot unpack it. Stop compressing twice, or drop the header.`,
  ),

  // versions.txt
  "versions-missing": error(
    (a) =>
      `${a["url"]} answers ${a["status"]}. Without versions.txt in its root an address is no registry to Kasm. ${a["hint"]}`,
  ),
  "versions-html": error(
    (a) =>
      `${a["url"]} is a web page, not a text file. The server answers every address with a page (a rule for single-page apps, a login, a parked domain). Let it serve versions.txt as the file it is.`,
  ),
  "versions-empty": error(
    (a) =>
      `${a["url"]} is empty. It must name the published schemas, one a line: 1.0 and 1.1. Build the registry again and upload the whole folder.`,
  ),
  "versions-encoding": error(
    (a) =>
      `${a["url"]} is ${a["encoding"]}. Kasm compares the lines byte by byte and finds no version. Save it as plain ASCII text.`,
  ),
  "versions-bom": error(
    (a) =>
      `${a["url"]} begins with a byte-order mark, an invisible character. The first line then differs from "1.0". Save it without one.`,
  ),
  "versions-crlf": warning(
    (a) =>
      `${a["url"]} has Windows line ends. Where a reader splits at line feeds only, no version matches (open: not known for each Kasm version). Save it with Unix line ends.`,
  ),
  "versions-spaces": warning(
    (a) =>
      `${a["url"]} has spaces around ${a["line"]}. A reader that compares exactly finds no version. Delete them.`,
  ),
  "versions-line": warning(
    (a) =>
      `${a["url"]} holds the line ${a["line"]}, which is no schema version. Kasm passes over it. Publish only 1.0 and 1.1 (the official template lists every branch there).`,
  ),
  "versions-none-known": error(
    (a) =>
      `${a["url"]} names no schema that a Kasm server reads; it holds ${a["lines"]}. No server finds a list. Write 1.0 and 1.1, one a line, for the lists that exist.`,
  ),
  "versions-unlisted": warning(
    (a) =>
      `${a["url"]} is there, but versions.txt does not name ${a["schema"]}. ${a["kasm"]} therefore finds no list. Add the line ${a["schema"]} to versions.txt.`,
  ),
  "versions-type": warning(
    (a) => `${a["url"]} comes as ${a["type"]}. It is plain text. Serve it as text/plain.`,
  ),

  // A list
  "list-missing": error(
    (a) =>
      `${a["url"]} answers ${a["status"]}, but versions.txt names ${a["schema"]}. Servers that read ${a["schema"]} get nothing. Publish the file, or take the line out of versions.txt.`,
  ),
  "list-html": error(
    (a) =>
      `${a["url"]} is a web page, not JSON. The server answers every address with a page, or asks for a login. Let it serve the file.`,
  ),
  "list-empty-file": error(
    (a) =>
      `${a["url"]} is empty. Kasm expects a JSON object. Build the registry again and upload the whole folder.`,
  ),
  "list-not-json": error(
    (a) => `${a["url"]} is not JSON: ${a["detail"]}. Kasm can read none of it. ${a["hint"]}`,
  ),
  "list-bom": warning(
    (a) =>
      `${a["url"]} begins with a byte-order mark, an invisible character. Many JSON readers stop at it (open: not known for each Kasm version). Save it without one.`,
  ),
  "list-not-object": error(
    (a) =>
      `${a["url"]} holds ${a["found"]}. A list is one object with the key "workspaces". Build it with this template or the official one.`,
  ),
  "list-type": warning((a) => `${a["url"]} comes as ${a["type"]}. It is JSON. Serve it as application/json.`),
  "list-large": warning(
    (a) =>
      `${a["url"]} has ${a["size"]}. Every Kasm server loads it again and again. Look for pictures or other data inside the workspaces.`,
  ),
  "list-long": error(
    (a) =>
      `${a["url"]} lists ${a["length"]} workspaces; only the first ${a["limit"]} were looked at. A Kasm server loads all of them. Check what the server sends.`,
  ),
  "list-key-missing": error(
    (a) => `${a["url"]}: ${a["where"]} lacks "${a["key"]}"${a["more"]}. Kasm needs it. ${a["hint"]}`,
  ),
  "list-null": error(
    (a) =>
      `${a["url"]}: ${a["where"]} is null${a["more"]}. Kasm expects a value there. Give it one, or leave the key out.`,
  ),
  "list-value": warning(
    (a) =>
      `${a["url"]}: ${a["where"]} ${a["cause"]}${a["more"]}. Kasm may not read it. Correct the value in the workspace it comes from.`,
  ),
  "list-wrong-shape": error(
    (a) =>
      `${a["url"]}: compatibility is in the shape of schema ${a["found"]}${a["more"]}. Servers that read ${a["schema"]} cannot use it. Publish it in ${a["found"]}/, or convert it (this template writes both).`,
  ),
  "list-no-workspaces": error(
    (a) =>
      `${a["url"]} lists no workspace. Kasm does not take a registry without any. Add one, or take the line ${a["schema"]} out of versions.txt.`,
  ),
  "list-count": warning(
    (a) =>
      `${a["url"]}: workspacecount is ${a["count"]}, but there are ${a["length"]} workspaces. The shown number is wrong. Build the list again instead of editing it.`,
  ),
  "list-duplicate": warning(
    (a) =>
      `${a["url"]}: ${a["names"]} is listed more than once. Admins cannot tell them apart. Give each a friendly_name of its own.`,
  ),
  "list-url": warning(
    (a) =>
      `${a["url"]}: list_url is ${a["found"]}, but the registry is at ${a["address"]}. Kasm's link to the store-front leads elsewhere. Set it to ${a["address"]}`,
  ),
  "list-url-invalid": error(
    (a) =>
      `${a["url"]}: list_url is ${a["found"]}, ${a["cause"]}. Kasm's link to the store-front leads nowhere. Set it to ${a["address"]}`,
  ),
  "list-icon-relative": error(
    (a) =>
      `${a["url"]}: icon is ${a["found"]}, which is no absolute address. Kasm shows it on its own pages and looks for it on its own server. Write the whole address, beginning with https://.`,
  ),
  "list-icon-missing": error(
    (a) =>
      `${a["url"]}: the registry's icon ${a["icon"]} ${a["cause"]}. Kasm shows a broken picture. Put a picture there, or name another.`,
  ),
  "list-default-name": warning(
    (a) =>
      `${a["url"]}: name is "${a["found"]}", the name in the official template. Admins take this registry for Kasm's own. Give it your own name.`,
  ),
  "channel-unknown": error(
    (a) =>
      `${a["url"]}: default_channel is ${a["found"]}, but channels holds ${a["channels"]}. Kasm offers a channel in which nothing is found. Set default_channel to one of them.`,
  ),
  "channel-empty": error(
    (a) =>
      `${a["url"]}: default_channel is the empty string. No channel has that name. Set it to one of ${a["channels"]}, or to null where there are none.`,
  ),
  "channel-unlisted": warning(
    (a) =>
      `${a["url"]}: available_tags name ${a["found"]}, which channels lacks. Nobody can choose it. Build the list again instead of editing it.`,
  ),
  "channel-mixed": warning(
    (a) =>
      `${a["url"]}: ${a["without"]} of ${a["all"]} workspaces have no available_tags. Kasm hides them as soon as a channel is chosen. Give all of them tags, or none.`,
  ),
  "nothing-suits": error(
    (a) =>
      `${a["url"]}: none of its ${a["all"]} workspaces names a Kasm version that reads schema ${a["schema"]}; they name ${a["versions"]}. No server shows any of them. Add the version of your servers to compatibility, for instance "${a["example"]}".`,
  ),
  "newest-shows-nothing": warning(
    (a) =>
      `Kasm ${a["newest"]}, the newest version known here, shows nothing of this registry: ${a["cause"]}. Admins of current servers get ${a["message"]}. ${a["hint"]}`,
  ),

  // Icons of workspaces
  "icon-name": error(
    (a) =>
      `image_src is ${a["found"]} (${a["workspace"]}), which is no bare file name. Kasm looks for a file of that name in icons/. Put the picture there and write its file name.`,
  ),
  "icon-missing": error(
    (a) =>
      `${a["url"]} ${a["cause"]} (${a["workspace"]}). Admins see a broken picture. Put the file beside workspace.json under exactly that name, and build again.`,
  ),
  "icon-not-image": error(
    (a) =>
      `${a["url"]} is ${a["found"]} (${a["workspace"]}). Admins see a broken picture. Put a png, svg, webp, jpg, gif or ico file there.`,
  ),
  "icon-type": warning(
    (a) =>
      `${a["url"]} is ${a["format"]}, but ${a["claim"]} (${a["workspace"]}). A browser that is told not to guess shows nothing. Rename the file or convert the picture.`,
  ),
  "icon-blocked": error(
    (a) =>
      `${a["url"]} comes with "cross-origin-resource-policy: ${a["found"]}". A browser then refuses to show it on a Kasm page. Leave the header out for icons/, or set it to cross-origin.`,
  ),
  "icon-large": warning(
    (a) =>
      `${a["url"]} has ${a["size"]} (${a["workspace"]}). It is shown at about 90 pixels. Make it smaller.`,
  ),
  "icons-unchecked": warning(
    (a) => `${a["count"]} icons were not looked at: ${a["cause"]}. Run doctor again when that is mended.`,
  ),

  // A folder instead of an address
  "no-such-folder": error(
    (a) =>
      `${a["folder"]} is neither a web address nor a folder here. There is nothing to examine. Type an address beginning with https://, or build first: npm run build`,
  ),
  "not-the-site": error(
    (a) =>
      `${a["folder"]} holds ${a["found"]}: it is the source of a registry, not the built site. Kasm reads the built one. Run npm run build, then: npm run doctor -- dist`,
  ),
} as const satisfies Record<string, Wording>;

export type FaultCode = keyof typeof faults;

/** Something that is wrong, as data; the words come from the catalogue. */
export interface Fault {
  code: FaultCode;
  args: Args;
}

export const severityOf = (fault: Fault): FaultSeverity => faults[fault.code].severity;

/** The whole sentence. Values from the server are made harmless before they get into `args`. */
export const wordFault = (fault: Fault): string => faults[fault.code].message(fault.args);
