/** Words of the reader of docker commands and compose files, which the builder page and `npm run new` show. */

/** Why an option has no place in a workspace; one wording for docker's command line, podman's and compose. */
export const leftOut = {
  terminal: "Kasm starts sessions in the background and shows them in the browser; a terminal is not needed.",
  remove: "Kasm removes the container when the session ends.",
  name: "Kasm names every session's container itself; a fixed name would allow one session only.",
  pull: "Kasm's agents pull the image themselves.",
  client: "It concerns the command line only.",
  file: "The file is on your computer and cannot be read from here. Paste its lines as options instead.",
  address: "A fixed address or alias collides as soon as two sessions run.",
  expose: "Exposing without publishing changes nothing for a session.",
  run: "docker-py's containers.run has no such option.",
  obsolete: "Current Docker engines no longer have this option.",
  podman: "Only Podman has it; Kasm's agents run Docker.",
  swarm: "It is for swarm services; Kasm starts single containers.",
  build: "A registry can only point at a published image.",
  compose: "It concerns docker compose only.",
  services: "A workspace is one container; other services have to run elsewhere.",
  hook: "Docker compose runs it. Commands for a session belong in exec_config.",
  saidTwice:
    "The service says it itself with another value, which compose refuses. The service's own was taken.",
  secret: "A registry is public, and Kasm has no such store.",
  windows: "It exists on Windows only.",
  windowsContainers: "It is for Windows containers.",
  apiSocket: "It would hand the engine's control socket to the session.",
  extends: "It copies another service. Paste the keys of that service here.",
  composeNetworks:
    "Networks of a compose file exist only where the file runs; Kasm chooses the network of a session.",
  composeVolumes:
    "Named volumes are made where the file runs; on a Kasm agent, Docker makes them as plain local ones.",
  composeVersion: "Compose itself ignores it.",
  extension: "It is an extension of this file.",
  unknownFileKey: "Compose files have no key of this name.",
  unknownServiceKey: "Compose services have no key of this name.",
  unknownOption: "docker run has no option of this name. Look for a typing error.",
  shellVariable: "It is a variable of your shell, set before the command: the container does not see it.",
  engine: "It selects the engine to talk to; Kasm has its own agents.",
  redirection: "A redirection belongs to the shell; Kasm's agents have no file for it.",
  otherCommand: "It does not start the container.",
  hostNetwork:
    "With the host's network no port is published and no container linked; docker-py refuses both together.",
  containerNetwork: "It belongs to the container whose network is shared; Docker refuses both together.",
  ownDisplay:
    "A session has a display and sound of its own; those of the computer that runs the command are not there.",
  toolLabel: "It is for a tool beside the container, which Kasm's agents do not run.",
  display:
    "Kasm connects to the session's display itself; published, it could be reached without signing in.",
  password: "Kasm sets the display password of every session itself.",
  defaultNetwork: "It is Docker's default; Kasm chooses the network of a session itself.",
  oneNetwork: "A container of docker-py joins one network, and this is the second.",
  unlessStopped: "It is what Kasm does anyway.",
  off: "Off is what Docker does anyway.",
  leastMemory: "Docker refuses less than 6 MB of memory.",
  notCapability: "Linux has no capability of this name.",
  noLog: "With the driver none nothing is logged; Docker refuses options beside it.",
  hostUts: "With the host's UTS namespace the name is that of the host; Docker refuses both together.",
  coresTwice: "The number of cores says it already; Docker refuses both together.",
  restartRemoved: "With --rm the container is removed when it ends; Docker refuses both together.",
  shortTime: "Docker takes no time below 1ms.",
  rootTarget: "Docker mounts nothing over the root folder of a container. Name a folder, such as /data.",
  noLimit: "A limit of 0 means none; Kasm always sets one.",
  noGpu: "It asks for no GPU.",
  systempaths: "Only the docker command understands it; docker-py and Docker's API refuse it.",
  seccompFile:
    "The docker command reads this file on your computer, Kasm cannot. Put the JSON of the profile itself after seccomp=.",
  platform: "Kasm runs images for linux/amd64 and linux/arm64.",
  empty: "It is empty.",
  emptyUser: "It is empty; Kasm then uses 1000.",
  emptyCommand: "It is empty: the image's own is used.",
  noName: "It has no name.",
  noNetwork: "It names no network.",
  noTarget: "It names no folder in the container.",
  noAbsoluteTarget: "It names no absolute path in the container.",
  noSource: "A bind mount needs a source folder with its whole path.",
  tmpfsSource: "A tmpfs mount has no source.",
  notPair: "It is not name=value.",
  notHost: "It is not name:address.",
  notUlimit: "It is not name=soft[:hard], or Docker has no limit of this name.",
  notDeviceRate: "It is not /dev/name:amount.",
  notAddress: "Docker takes an address in digits, such as 127.0.0.1.",
  notDevice: "It is not /dev/name[:/dev/name][:rwm].",
  notDeviceRule: 'It is not a rule such as "c 189:* rwm".',
  notVolume: "It is not [source:]target[:options].",
  notPublish: "It is not [address:][port:]port[/protocol].",
  notPort: "A port is a number from 1 to 65535, a range two of them.",
  longRange: "A range of more than 1,000 ports is not read.",
  notDomain: "Docker takes a domain name, such as example.org.",
  notMac: "It is no MAC address such as 92:d0:c6:0a:29:33.",
  notSignal: "Linux has no signal of this name.",
  notSysctl:
    "Docker sets only kernel parameters of the container: net.*, fs.mqueue.* and those of IPC below kernel.",
  notLink: "It is not container[:alias].",
  notVolumesFrom: "It is not container[:ro or rw].",
  notAbsolute: "Docker takes an absolute path.",
  notSecurity: "Docker knows seccomp, apparmor, label, no-new-privileges and writable-cgroups here.",
  cpuset: "It is no list of processors such as 0-3,5.",
  isolation: "Docker on Linux knows only default here.",
  volumeMode:
    "Docker has no such volume mode: it takes ro or rw, z or Z, nocopy and a propagation such as rslave.",
  volumeName:
    "Docker takes it for the name of a volume, which has letters, digits and _.- only; a folder begins with / or ./.",
  swapBelow: "Memory and swap together are less than the memory alone, which Docker refuses.",
  reservationAbove: "The reservation is above the memory limit, which Docker refuses.",
  softLimit: "The soft limit is above the hard one.",
  noHealth: "A health check and no health check exclude each other.",
  rangeLengths: "The two ranges differ in length.",
  cgroupns: "It is host or private.",
  ipc: "It is none, private, shareable, host or container:name.",
  pid: "It is host or container:name.",
  hostOnly: 'docker-py knows only "host" here.',
  restart: "A restart policy is no, always, unless-stopped or on-failure[:times].",
  gpuCountAndNames: "A number of GPUs and named devices exclude each other.",
  gpuCount: "The count is not a number of GPUs.",
  needsValue: "One plain value is expected here.",
  needsText: "A plain text is expected here.",
  needsWords: "A text or a list of texts is expected here.",
  needsMapping: "Keys and values are expected here.",
  needsRequests: "A list of device requests is expected here.",
  portForm: "A port is a text, or keys with a target.",
  volumeForm: "A volume is a text, or keys and values.",
  deviceSource: "A device needs a source.",
  testForm: "A test is a text, or a list that begins with CMD.",
} as const satisfies Record<string, string>;

/** The same, where the reason names a value. */
export const badValue = {
  size: (value: string) => `"${value}" is not a size such as 512m or 2g.`,
  variable: (written: string) => `It depends on ${written}. Write the value of ${written} in its place.`,
  placeholder: (written: string) => `"${written}" is a placeholder. Write a value of your own in its place.`,
  number: (value: string) => `"${value}" is not a whole number.`,
  range: (min: number, max: number) => `Docker takes a number from ${min} to ${max}.`,
  octal: (value: string) => `"${value}" is not a mode such as 1777.`,
  boolean: (value: string) => `"${value}" is neither true nor false.`,
  cores: (value: string) => `"${value}" is not a number of cores.`,
  duration: (value: string) => `"${value}" is not a duration such as 30s or 1m30s.`,
  protocol: (value: string) => `The protocol "${value}" is not tcp, udp or sctp.`,
  target: (value: string) => `"${value}" is not an absolute path in the container.`,
  tmpfsOption: (value: string) => `Docker has no tmpfs option "${value}".`,
  tmpfsSize: (value: string) => `"${value}" is not a size.`,
  mountType: (value: string) => `docker-py has no mount of type "${value}".`,
  mountMix: (option: string, type: string) => `Docker refuses ${option} for a mount of type ${type}.`,
  mountOption: (names: string) => `The mount option ${names} is not known here.`,
  gpuCount: (value: string) => `"${value}" is not a number of GPUs.`,
  gpuTwice: (name: string) => `The GPU option "${name}" is there twice.`,
  gpuOption: (name: string) => `The GPU option "${name}" is not known here.`,
  environment: (name: string) =>
    `${name} would come from the shell that runs the command. Write ${name}=value, or leave it to the image.`,
  nestedKey: (parent: string) => `${parent} has no key of this name.`,
} as const;

/** Values that were converted, but need a look. */
export const notes = {
  defaultTaken: (option: string, variable: string, value: string) =>
    `${option}: ${variable} became its default, "${value}".`,
  variableKept: (option: string, variable: string) =>
    `${option}: ${variable} was kept unchanged. Your shell would replace it, Kasm does not: write the value.`,
  placeholderKept: (option: string, written: string) =>
    `${option}: ${written} was kept unchanged. If it is a placeholder, write a value of your own in its place.`,
  secret: (paths: string) =>
    `This looks like a secret: ${paths}. A registry is public: write none into it. Delete the value, and let the administrator or the user supply it.`,
  localBuild: (image: string) =>
    `${image} lies on your computer, from where no Kasm agent can pull it. Push it to a registry and write its full name.`,
  logDriver: `The log options name no driver; "json-file", Docker's default, was filled in.`,
  gpuRequest:
    "The GPU request became device_requests. Set gpu_count instead if Kasm should count GPUs for placement.",
  noTag: (image: string) =>
    `The image ${image} has no tag, so it means "latest", which changes for everyone who installed it. Add a tag.`,
  memory: (option: string, value: string, megabytes: number) =>
    `${option} ${value} became the workspace's memory: ${megabytes} MB.`,
  portRange: (inside: number, outside: number) =>
    `Port ${inside}: a range of host ports cannot be expressed; the first, ${outside}, was taken.`,
  publishedPort: "A published port is taken on the agent: a second session there will not start.",
  networkOptions: (names: string, network: string) =>
    `${names} of the network ${network} cannot be expressed and was left out.`,
  spaceInName: (option: string, name: string) =>
    `${option}: the name "${name}" has a space at its edge, so programs do not find the variable. Write no space around the =.`,
  hostPathMade: (path: string) =>
    `Docker makes the folder ${path} on an agent that lacks it; create_host_path: false cannot be expressed.`,
  hostPath: (path: string) =>
    `"${path}" is a path of the computer the command was written for. Write an absolute path that exists on every Kasm agent.`,
} as const;

/** Answers to whether an image is made for Kasm. */
export const kasmAnswer = {
  question: "Is this image made for Kasm?",
  verdicts: { yes: "Yes.", probably: "Probably.", no: "No.", unknown: "Not known." },
  reasons: {
    own: "It is one of Kasm's own.",
    measured: "It offers port 6901, as images.lock.json says, and Kasm shows a session through that port.",
    display: "The command publishes a port of KasmVNC, through which Kasm shows a session.",
    linuxServer:
      "LinuxServer.io lists its desktop images in a Kasm registry of its own; its images without a desktop start and show nothing. Test this one.",
    named: "Its name says so. Test it: Kasm shows a session through port 6901 from inside the image.",
    measuredOther: (ports: string) =>
      `It offers ${ports || "no port"}, as images.lock.json says, but Kasm shows a session through port 6901 from inside the image: this one starts and shows nothing.`,
    otherPort: (port: number) =>
      `It is reached at port ${port}, but Kasm shows a session through port 6901 from inside the image, with KasmVNC: this one starts and shows nothing.`,
    official:
      "A name without an owner means one of Docker's official images, and none of them has KasmVNC: it starts and shows nothing.",
    unknown:
      "Kasm shows a session through port 6901 from inside the image, with KasmVNC; an ordinary image starts and shows nothing.",
  },
  cures: {
    no: "Name another image, or build one: begin its Dockerfile with a base image of Kasm (FROM kasmweb/core-…) and install the program in it.",
    unknown:
      "Ask its publisher, or look for KasmVNC and EXPOSE 6901 in its Dockerfile. To make one that is: begin with a base image of Kasm (FROM kasmweb/core-…).",
  },
} as const;

/** What a new workspace takes from its image. */
export const fromImage = {
  version: (version: string, tag: string) => `Kasm ${version}: from the tag ${tag}.`,
  architectures: (names: string, file: string) => `Architectures ${names}: from ${file}.`,
  size: (megabytes: number, file: string) => `${megabytes} MB on disk: measured, from ${file}.`,
} as const;

/** Names of formats that start a container in another way. */
export const otherFormats = {
  kubernetes: "a manifest of Kubernetes",
  quadlet: "a unit of systemd",
  dockerfile: "a Dockerfile",
  inspect: "the output of docker inspect",
} as const satisfies Record<string, string>;

/** Names of the formats whose settings become those of a service. */
export const templates = {
  icon: (address: string) => `The template's icon is ${address}: save the picture to use it.`,
} as const;

/** Names of parts that are no option, in the place of an option's name. */
export const parts = {
  image: "the image",
  command: "the command",
  otherCommand: "another command",
  redirection: "a redirection",
  ports: "published ports",
  logOptions: "log options",
} as const satisfies Record<string, string>;

const noImage = (rest: string): string =>
  `The command ends here without an image. Add the image, as in kasmweb/firefox:1.16.0${rest}.`;
const withoutImage = (service: string, fix: string): string =>
  `The service ${service} has no image. ${leftOut.build} ${fix}`;

/** Why a pasted text cannot be read at all, and the edit to make. */
export const pasteFaults = {
  tooLong: (limit: number) => `The text is longer than ${limit} characters. Paste one command or service.`,
  empty: 'The text is empty. Paste a "docker run …" command or a compose file.',
  startsCompose:
    "This command starts a compose file. Paste the file itself, compose.yaml or docker-compose.yml.",
  noRun:
    'No command here begins with "docker run". Paste the whole command, from docker run to the image, or a compose file.',
  secondRun: "A second command starts a container here. A workspace is one container: paste one command.",
  needsValue: (option: string) => `${option} needs a value, but the command ends here.`,
  notImage: (text: string) =>
    `"${text}" is no image reference, but an image is expected here. A value that holds spaces needs quotes; an image is written in small letters, as in kasmweb/firefox:1.16.0.`,
  placeholder: (text: string) => `"${text}" is a placeholder. Write a value of your own in its place.`,
  variableInImage: (written: string) =>
    `The image depends on ${written}, which is not set here. Write the value of ${written} in its place.`,
  typographic: (character: string, right: string) =>
    `The character ${character} looks like ${right} but is another one; a text program has changed it. Write ${right}.`,
  noImage: () => noImage(""),
  noImageInLine: () => noImage(", or a \\ at the end of this line if the command continues below"),
  noImageBefore: (operator: string) => noImage(`; ${operator} ends a command unless it is quoted`),
  unclosedQuote: (quote: string) => `Unclosed quote ${quote}. Add the closing ${quote}.`,
  unclosedBracket: (open: string, close: string) => `Unclosed ${open}. Add the closing ${close}.`,
  notYaml: (fault: string) => `This is not YAML: ${fault}`,
  aliases:
    "The aliases of this file refer to nothing, or with all that they repeat they make the file too large.",
  otherFormat: (name: string) =>
    `This is ${name}, which is not read. Paste a "docker run …" command or a compose file.`,
  html: "This is a web page. Paste the command or the compose file that it shows.",
  xml: "This is XML, but no template of Unraid with a Repository in it.",
  notMapping: "A compose file is a mapping: services: and below it a name and its keys.",
  noService: "No service was found. Paste a compose file with services:, or a service with its image:.",
  servicesForm: "Below services: a name and its keys are expected.",
  noServices: "No service was found below services:.",
  chooseService: (names: readonly string[]) =>
    `The file has ${names.length} services: ${names.join(", ")}. Name one of them.`,
  unknownService: (name: string, names: readonly string[]) =>
    `The file has no service "${name}". It has ${names.join(", ")}.`,
  onlyBuild: (service: string) =>
    withoutImage(service, "Publish the image that build: makes and name it in image:."),
  serviceWithoutImage: (service: string) => withoutImage(service, "Add image:."),
  faultyImage: (text: string, cause: string, cure: string) =>
    `"${text}" is no image reference: ${cause}. ${cure}`,
} as const;

const indentation = (message: string): string =>
  `${message}. Look at the indentation and the quotes of this line.`;

/** Endings of `pasteFaults.notYaml` for common mistakes, by the code of the YAML library; its own words for the rest. */
export const yamlFaults = {
  TAB_AS_INDENT: () => "a tab indents this line. Indent with spaces.",
  MULTIPLE_DOCS: () => "a second document begins here (---). Paste one compose file.",
  DUPLICATE_KEY: () => "duplicate key. Delete one of the two.",
  BAD_INDENT: indentation,
  BLOCK_AS_IMPLICIT_KEY: indentation,
  MISSING_CHAR: indentation,
  UNEXPECTED_TOKEN: indentation,
  RESOURCE_EXHAUSTION: () => "it is nested too deeply.",
  other: (message: string) => `${message}.`,
} as const;
