/** Terms that the findings use without explaining them, in the order in which they build on each other. */
export const terms: readonly { term: string; meaning: string }[] = [
  {
    term: "Session",
    meaning: "A desktop or program that a user opens in Kasm, running on a host and shown in the browser.",
  },
  {
    term: "Host",
    meaning:
      "The machine on which a session runs: one of the agents of Kasm. One host runs the sessions of many users side by side.",
  },
  { term: "Image", meaning: "The package from which a session is started, with its programs and files." },
  {
    term: "Container",
    meaning:
      "The part of the host in which a session runs, fenced off from the rest by the kernel. It is no separate computer.",
  },
  {
    term: "Kernel",
    meaning:
      "The core of the operating system. All containers of a host use the same one, so a fault in it can be a way through the fence.",
  },
  {
    term: "Docker",
    meaning:
      "The program on the agents that starts the containers for Kasm. It is a container engine; there are others.",
  },
  {
    term: "run_config",
    meaning: "The settings that a workspace passes to Docker. Kasm shows them as Docker Run Config Override.",
  },
  {
    term: "exec_config",
    meaning: "The commands that a workspace runs in its sessions. Kasm shows them as Docker Exec Config.",
  },
  {
    term: "Publisher",
    meaning:
      "The people who write the workspaces of this registry. Advice for publishers is for the registry's own files; as an administrator you change a setting in Kasm, with Edit.",
  },
  {
    term: "Root",
    meaning:
      "The all-powerful account. Inside a container its power ends at the fence, unless settings take parts of the fence away.",
  },
  { term: "Sudo", meaning: "A program with which an ordinary account can become root, where it is set up." },
  {
    term: "Capability",
    meaning:
      "One of about forty single rights into which Linux splits the power of root. Docker gives a container fourteen of them.",
  },
  {
    term: "Guards of the kernel",
    meaning:
      "Parts of the fence. Seccomp closes functions of the kernel (system calls) that programs seldom need; AppArmor or SELinux limit what a container may touch.",
  },
  {
    term: "Mount",
    meaning: "To make a folder of the host, or another store of files, appear inside the session.",
  },
  {
    term: "Socket",
    meaning:
      "A file through which programs give orders to a service. A program that reaches the socket of Docker controls the host.",
  },
  {
    term: "Hook",
    meaning: "A command that Kasm runs in a session by itself, for example when the session is created.",
  },
  {
    term: "Sysbox runtime",
    meaning:
      "An addition that can be installed on agents. It keeps containers further apart from the host, so that root and Docker inside a session are less of a danger.",
  },
];
