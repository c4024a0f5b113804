import type { Severity } from "../../types.ts";

/** The words that the catalogue uses without explaining them, for the top of the page. In the order in which they build on each other. */
export const terms: readonly { term: string; meaning: string }[] = [
  { term: "Session", meaning: "What a user opens in Kasm: a desktop or a program, running on a server and shown in the browser." },
  { term: "Agent", meaning: "The server on which sessions run. One agent runs the sessions of many users side by side." },
  { term: "Image", meaning: "The package from which a session is started, with its programs and files." },
  { term: "Container", meaning: "What a session runs in: a part of the agent that is fenced off from the rest by the kernel. It is no separate computer." },
  { term: "Kernel", meaning: "The core of the operating system. All containers of an agent use the same one, so a fault in it can be a way through the fence." },
  { term: "Root", meaning: "The all-powerful account. Inside a container its power ends at the fence, unless settings take parts of the fence away." },
  { term: "Mount", meaning: "To make a folder of the agent, or another store of files, appear inside the session." },
  { term: "Hook", meaning: "A command that Kasm runs in a session by itself, for example when the session is created." },
  {
    term: "Sysbox runtime",
    meaning: "An addition that can be installed on agents. It keeps containers further apart from the agent, so that root and Docker inside a session are less of a danger.",
  },
];

/** What a severity stands for. */
export const severityMeanings = {
  critical: "This setting alone is a documented way to control the agent.",
  high: "Takes a whole layer of protection away, shares a part of the agent, publishes a password, or runs code that cannot be reviewed.",
  medium: "More power inside the session, shared hardware, an open port, or a missing limit.",
  low: "Worth a look, mostly for the operation: data that stays, names that collide, options that Docker refuses.",
  info: "Harmless or protecting. Shown because Kasm may flag it all the same.",
} as const satisfies Record<Severity, string>;
