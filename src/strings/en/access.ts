/** The answers that the page of a workspace and comparisons give alike. Apart from the other texts of that page, which comparisons do not load. */

export const access = {
  areas: {
    image: ["Image", "None"],
    account: ["User", "Regular (uid 1000)"],
    privileged: ["Privileged mode", "Off"],
    isolation: ["Seccomp, AppArmor, SELinux", "Docker’s defaults"],
    capabilities: ["Capabilities", "Docker’s defaults"],
    devices: ["Host devices", "None"],
    files: ["Host folders", "None"],
    network: ["Network", "Kasm default"],
    namespaces: ["Namespaces, sysctls", "Isolated"],
    commands: ["Startup commands", "Image default"],
    other: ["Other settings", "None"],
  } as const,
  /** Settings that decide about another row than their own. `code` is between backquotes. */
  effects: {
    allCapabilities: (number: number) => `all ${number}, because \`privileged\``,
    allDevices: "all of the host, because `privileged`",
    noConfinement: "filter and confinement off, because `privileged`",
    rootHook: (setting: string) => `\`${setting}\` runs a command as root`,
    privilegedHook: (setting: string, number: number) => `\`${setting}\` runs a command with all ${number}`,
    grantsRoot: (setting: string) => `\`${setting}\` lets users become root`,
  },
  architectures: "Architectures",
  versions: "Kasm versions",
  size: "Size on disk",
  changed: "Last changed",
  notStated: "Not given",
};
