/** The forms that docker's command line and its engine hold values to. Sources: docker/cli, opts and cli/command/container; moby, daemon. */
const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

export const forms = {
  domain: /^\.$|^(?=.*[a-z])[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*\.?$/i,
  hostOnly: /^host$/,
  ipc: /^(?:none|private|shareable|host|container:.+)$/,
  link: /^[^:]+(?::[^:]+)?$/,
  mac: /^[\da-f]{2}([:-])[\da-f]{2}(?:\1[\da-f]{2}){4}$|^[\da-f]{4}(?:\.[\da-f]{4}){2}$/i,
  /** Source: moby/sys/signal. */
  signal:
    /^(?:[1-9]\d*|(?:SIG)?(?:ABRT|ALRM|BUS|CHLD|CLD|CONT|FPE|HUP|ILL|INT|IO|IOT|KILL|PIPE|POLL|PROF|PWR|QUIT|SEGV|STKFLT|STOP|SYS|TERM|TRAP|TSTP|TTIN|TTOU|URG|USR[12]|VTALRM|WINCH|XCPU|XFSZ|RTMIN(?:\+(?:\d|1[0-5]))?|RTMAX(?:-(?:\d|1[0-4]))?))$/i,
  restartPolicy: /^(?:no|always|unless-stopped|on-failure)$/,
  sysctl:
    /^(?:(?:net|fs\.mqueue)\..+|kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced))$/,
  tmpfsOption:
    /^(?:ro|rw|(?:no)?(?:exec|suid|dev|atime|diratime|relatime|strictatime|mand)|suid|dev|exec|a?sync|dirsync|remount|defaults|bind|rbind|r?(?:private|shared|slave|unbindable)|(?:size|mode|uid|gid|nr_inodes|nr_blocks|mpol)=.*)$/,
  ulimit:
    /^(?:core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack)$/,
  volumeName: /^[a-zA-Z0-9][\w.-]*$/,
  volumesFrom: /^[^:]+(?::(?:ro|rw|z|Z)(?:,(?:ro|rw|z|Z))*)?$/,
  /** A folder in the container; a variable is left for the reader to fill in. */
  absolute: /^[/$%]/,
} as const;

/** Modes of a volume; docker takes one of each group. */
const volumeModes = [
  /^(?:ro|rw)$/,
  /^[zZ]$/,
  /^nocopy$/,
  /^r?(?:private|shared|slave)$/,
  /^(?:consistent|cached|delegated)$/,
];

export function isVolumeMode(text: string): boolean {
  const groups = text.split(",").map((word) => volumeModes.findIndex((mode) => mode.test(word)));
  return !groups.includes(-1) && new Set(groups).size === groups.length;
}

/** Whether it lists processors, or ranges of them that do not end before they begin. */
export function isCpuset(text: string): boolean {
  return text.split(",").every((part) => {
    const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
    return first !== undefined && Number(first) <= Number(last);
  });
}

/** Whether docker reads it as an IP address. */
export function isAddress(text: string): boolean {
  if (!text.includes(":")) return ipv4.test(text);
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]/`);
}

/** Whole numbers that docker takes from the first to the second. */
export const wholeRanges = {
  blkio_weight: [10, 1000],
  cpu_period: [1000, 1_000_000],
  mem_swappiness: [0, 100],
  oom_score_adj: [-1000, 1000],
} as const;

/** Bytes of memory that a container gets at least. Source: moby, daemon, linuxMinMemory. */
export const leastMemory = 6 * 2 ** 20;
