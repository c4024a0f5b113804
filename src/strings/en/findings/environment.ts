import type { RuleWords } from "./rule-words.ts";

/** Findings about variables and the first program. */
export const environmentWords = {
  "env-secret": {
    title: "Password or key in a public file",
    reason:
      "The registry is public, and so is this value: everybody can read it, and every session has the same one.",
    purpose: "The application asks for a password when it starts.",
    advice:
      "Remove the value, and let the administrator or the user supply it. If it was ever in use, change it.",
  },
  "env-proxy": {
    title: "Web proxy",
    reason: "All web traffic of the session goes through a server that the publisher of the registry picked.",
    purpose: "Workspaces for one organisation's network.",
    advice: "Remove it: this is for the administrator of the agents to decide.",
  },
  "env-docker-host": {
    title: "Address of a container engine",
    reason:
      "Points Docker tools in the session at Docker, or another container engine. Harmless alone; together with a mounted socket or an open port it gives control over that engine.",
    purpose: "Docker commands inside the session.",
    advice: "Remove it.",
  },
  "env-tls-off": {
    title: "Certificate checks off",
    reason:
      "Programs in the session no longer check whom they talk to, so anybody on the way can read along and change what arrives.",
    purpose: "Networks that use a certificate of their own.",
    advice: "Remove it. Publishers: install the organisation's certificate in the image instead.",
  },
  "env-loader": {
    title: "Code loaded into other programs",
    reason: "Variables like this one load a library or code into programs of the session as they start.",
    purpose: "Graphics acceleration, and repairs for single programs.",
    advice: "Build it into the image.",
  },
  "own-display": {
    title: "Another display than the session's own",
    reason:
      "A session has a display of its own, which Kasm shows in the browser. Programs that are sent to another one fail, or their windows are seen nowhere.",
    purpose: "Copied from a docker run command that shows windows on the screen of the computer.",
    advice: "Remove it.",
  },
  "env-nvidia": {
    title: "Choice of graphics cards",
    reason: "Says which graphics cards and driver functions NVIDIA's runtime adds to the session.",
    purpose: "Fast graphics and machine learning.",
    advice: "Prefer `gpu_count` among the settings of the workspace.",
  },
  "entrypoint-shell": {
    title: "Shell script as entrypoint",
    reason:
      "The session starts with a script that stands here, and not with a file of the image; it is easily overlooked.",
    purpose: "A small repair before the image's own start.",
    advice: "Put the script into the image.",
  },
} as const satisfies Record<string, RuleWords>;
