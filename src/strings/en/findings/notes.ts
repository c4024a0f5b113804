/** Sentences that replace a rule's reason or advice for one value. `code` is between backquotes. */
export const noteWords = {
  netRawReason:
    "Docker gives this capability to every container anyway, so nothing is added, unless all were dropped first. It is the one of the usual set that deserves a look: programs in the session can forge network packets.",
  offReason: "Off, as Docker has it anyway.",
  detachOnReason: "On, as Kasm needs it anyway.",
  publishAllOffReason: "Off, as Docker has it anyway: no port is published by this option.",
  pidsZeroReason: "0 sets no limit: the Docker SDK leaves it out, and the host's default stays in force.",
  oomScoreReason: "When memory runs out, the kernel picks this session as early as any other, or earlier.",
  healthcheckTimingReason: "Names no command of its own: it only times the image's check or switches it off.",
  unknownValueReason: "Docker does not know this value and refuses it, so the session will not start.",
  unknownValueAdvice:
    "Delete the key, or write one of the values that the Docker documentation lists for it.",
  runConfigType: "Write run_config as an object {…}, not as text or a list.",
  volumeMappingAdvice:
    "Mount it read-only where reading is enough. `{user_id}` in the path gives each user a folder of their own.",
  volumeMappingsType: 'Write volume_mappings as an object such as {"/mnt/share": {"bind": "/share"}}.',
  deviceRuleType: 'Write each rule as text such as "c 189:* rwm", or delete it.',
  ulimitType: 'Write an object such as {"Name": "nofile", "Soft": 1024, "Hard": 4096}.',
  hookType: 'Write an object such as {"cmd": "…"}.',
  hookUserType: 'Write the number 1000 or the text "root".',
  hookEnvironmentType: 'Write an object such as {"NAME": "value"}.',
  profileToken: ({ unknown, near }: { unknown: string; near: string | null }) =>
    near === null
      ? `Kasm does not know \`{${unknown}}\`; it replaces \`{username}\`, \`{user_id}\` and \`{image_id}\`.`
      : `Did you mean \`{${near}}\`? Kasm does not know \`{${unknown}}\`.`,
  profileTokenReason:
    "The path of the persistent profile holds a name in braces that Kasm does not replace, so the folder is called just that.",
  profileRepeatedReason:
    "Another workspace has the same path for the persistent profile, and neither holds `{image_id}`, so both share the home of a user and change each other's settings.",
  profileUser: "Add `{user_id}` or `{username}` to the path.",
  profileImage: "Add `{image_id}` to the path.",
  sizeUnit: "Write a number with b, k, m or g behind it, such as 1024m.",
  nanoseconds: "Write a number of nanoseconds: 30000000000 for 30 seconds.",
  leastMemory: "Docker gives at least 6 MB. Write the number with its unit, such as 4g.",
  processors: "Write processors by their numbers, such as 0-3,5.",
  range: ({ least, most }: { least: number; most: number }) => `Write a number from ${least} to ${most}.`,
  restartName: 'Write one of "no", "always", "unless-stopped" and "on-failure", in small letters, as Name.',
  restartTimes:
    'MaximumRetryCount goes with "on-failure" only, and is not negative. Delete it, or write that Name.',
  ulimitName: "Write a limit that Linux has, such as nofile, nproc, memlock, core or stack.",
  ulimitOrder: "The soft limit is above the hard one. Write a Hard that is at least as large as Soft.",
  textItem: "Write it as text, in quotation marks.",
  gpuCountAndNames: "Docker takes a number of GPUs or their names, not both. Delete one of the two.",
  gpuForm: 'Write a whole number as count, and capabilities as [["gpu"]].',
  retries: "Write a number of tries, 0 or more.",
  capability: "Linux has no capability of this name. Check the spelling.",
  volumesFrom: "Write the name of a container, and perhaps :ro or :rw.",
  tmpfsOption: "Write options that Docker knows, such as size=64m,mode=1777.",
  signal: "Write a signal that Linux has, such as SIGINT.",
  macAddress: "Write six pairs of digits, such as 92:d0:c6:0a:29:33.",
  swapBelow: "It counts memory and swap together, and is less than the memory alone. Write a larger one.",
  reservationAbove: "It is above the limit of the memory. Write a smaller one.",
  hostUts: 'Docker takes no name beside uts_mode "host". Delete one of the two.',
  coresTwice: "Docker does not take it beside nano_cpus, which says the same. Delete one of the two.",
  portNumber: 'Write a port from 1 to 65535, such as "8080/tcp".',
  hostEntry:
    'Write a name with an address in digits, such as {"db": "192.0.2.1"}; "host-gateway" is the agent.',
  volumeMode: "Docker takes ro or rw, z or Z, nocopy and a propagation such as rslave. Write one of them.",
  absolute: "Write a path that begins with /.",
  deviceModeReason:
    "What follows one colon is the path in the session, so the device is not where programs look for it.",
  deviceMode: ({ path, mode }: { path: string; mode: string }) => `Write \`${path}:${path}:${mode}\`.`,
  hostAddress: "Write the address in digits, such as 127.0.0.1.",
  devicePermissions: "Write some of the letters r, w and m.",
  bindingType: 'Write an object such as {"bind": "/share", "mode": "rw"}.',
  imageOfRegistry: ({ image }: { image: string }) =>
    `Write \`${image}\`; where Docker Hub is right, correct docker_registry.`,
  imageToPush: ({ image }: { image: string }) =>
    `Push the image to a container registry, and write its full name, such as \`${image}\`.`,
  imageOfKasm: ({ image }: { image: string }) => `Write \`${image}\`.`,
  commandType: "Write the command as text or as a list of words.",
  misplacedInExec:
    "Move it to run_config if it is meant for the session, or into first_launch, go or assign if it is meant for the command and exec_run knows it.",
  nestedTooDeep:
    "Move it to the top of exec_config. It is nested so deep that its content was not looked at.",
  propertyType: ({ property, type }: { property: string; type: string }) =>
    `Write \`${property}\` as ${type}, or delete it.`,
  noSuchSetting: "Delete it: run_config has no setting for this.",
  moveIntoHooks: "Move it into exec_config, or delete it.",
  moveUp: "Move it out of run_config, to the top level of the file, or delete it.",
  didYouMean: ({ property, field }: { property: string; field: string | null }) =>
    field === null
      ? `Did you mean \`${property}\`? Rename it, or delete it.`
      : `Did you mean \`${property}\`? Rename it, or delete it; better, delete it and use the workspace's own field \`${field}\`.`,
} as const;

/** JSON types with their article, for the sentence of `propertyType`. */
export const valueWords = {
  boolean: "true or false (without quotation marks)",
  integer: "a whole number (without quotation marks)",
  number: "a number",
  string: "text",
  object: "an object {…}",
  list: "a list […]",
  or: " or ",
} as const;

/** When Kasm runs each hook: the comments above the docker exec commands. */
export const hookComments = {
  first_launch: "Once, when the session is created:",
  go: "When a link is opened in a new session:",
  assign: "When a link is opened in a session that was started in advance:",
} as const;
