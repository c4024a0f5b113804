/** The chapters of the page that explains the rules, by the identifiers of src/review/catalogue/topics.ts. */
export const topicWords = {
  account: {
    title: "Account and privileged mode",
    intro:
      "Under which account the programs of a session run, and whether the session is kept apart from the host at all.",
  },
  protections: {
    title: "Protections of the kernel",
    intro:
      "All sessions of an agent share its Linux kernel. Several guards of that kernel (seccomp, AppArmor, SELinux) keep a session from misusing it; security_opt switches them off, replaces or strengthens them.",
  },
  capabilities: {
    title: "Capabilities",
    intro:
      "Linux splits the power of root into about forty single rights, called capabilities. Docker grants fourteen; a workspace can add or drop some.",
  },
  devices: { title: "Devices", intro: "Hardware of the host that the session can use." },
  files: {
    title: "Files and volumes",
    intro: "Folders of the host, volumes and folders in memory that appear inside the session.",
  },
  shared: {
    title: "Shared with the host",
    intro:
      "A session normally sees only its own processes, memory and names. These settings open it to those of the host, or change what keeps it apart.",
  },
  network: {
    title: "Network",
    intro: "Which network the session is in, which ports it opens, and how it looks up names.",
  },
  limits: { title: "Kernel settings and limits", intro: "How much of the host a session may use." },
  lifecycle: {
    title: "Start, stop and logging",
    intro: "The program that starts, when it comes back, and its log.",
  },
  form: {
    title: "Form and spelling",
    intro: "Settings that have no effect, or keep the session from starting.",
  },
  fields: {
    title: "Other fields of the workspace",
    intro: "Fields beside run_config and exec_config that concern security. Kasm shows no flag for them.",
  },
  images: {
    title: "Images",
    intro:
      "The names of the images that Docker pulls. The inside of an image is not looked at. Kasm shows no flag for them.",
  },
  environment: {
    title: "Variables and start program",
    intro: "Kasm shows no flag for these settings, and they are easily overlooked.",
  },
  commands: {
    title: "Commands in the session",
    intro:
      "exec_config holds commands that Kasm runs in every session: at its first launch, and when a link is opened in it. Kasm shows no flag for them. These findings are hints from a command's text; a command can hide its effect.",
  },
  combinations: {
    title: "Combinations",
    intro: "Two settings that mean more together than each means alone.",
  },
} as const;
