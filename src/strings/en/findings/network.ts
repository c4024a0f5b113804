import type { RuleWords } from "./rule-words.ts";

/** Findings about the network. */
export const networkWords = {
  "net-host": {
    title: "Host network",
    reason:
      "The session uses the host's own network: it reaches services that are meant for the host alone, and it can open any port there. As `network_mode` it keeps the session from starting, because Kasm sets `network` as well and Docker's library refuses both; agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "Tools that scan the network or find devices in it.",
    advice: "Remove it; publish one port if that is really needed.",
  },
  "net-container": {
    title: "Network of another container",
    reason:
      "The session uses the network of another container, with all its open ports. As `network_mode` it keeps the session from starting, because Kasm sets `network` as well and Docker's library refuses both; agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "A VPN that runs in a container of its own.",
    advice:
      'Remove it. A session can be given a network of its own with the setting "Restrict Image to Docker Network" of the workspace in Kasm.',
  },
  "net-none": {
    title: "No network",
    reason:
      "The session has no network; Kasm then cannot show it. As `network_mode` it keeps the session from starting, because Kasm sets `network` as well and Docker's library refuses both; agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "Work that must stay offline.",
    advice: "Remove it.",
  },
  "net-named": {
    title: "Other Docker network",
    reason:
      "The session joins another network of the host and reaches everything that is connected to it. As `network_mode` it keeps the session from starting, because Kasm sets `network` as well and Docker's library refuses both; agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "Services that run in containers beside the session.",
    advice: 'Remove it, and use the setting "Restrict Image to Docker Network" of the workspace in Kasm.',
  },
  "ports-published": {
    title: "Port published on the host",
    varies: "Info for `publish_all_ports: false`.",
    reason:
      "The port can be reached on every address of the host, past Kasm's login and past firewalls such as UFW. Only one session per agent can use it.",
    purpose: "Other computers should reach a service in the session.",
    advice: 'Remove it, or bind it to the host itself with {"HostIp": "127.0.0.1", "HostPort": n}.',
  },
  "ports-privileged": {
    title: "Well-known port of the host (below 1024)",
    reason:
      "Takes one of the ports below 1024 that belong to well-known services, perhaps one that the host itself needs.",
    purpose: "A web or mail server in the session should answer at its usual port.",
    advice: "Use a port above 1023.",
  },
  "ports-loopback": {
    title: "Port published on the host only (loopback)",
    reason: "The port can be reached from the host only.",
    purpose: "A service of the host talks to the session.",
    advice: "No action needed beyond saying so in `notes`.",
  },
  "ports-kasmvnc": {
    title: "Display port published",
    reason:
      "Publishes the session's own screen server, so the screen can be reached without going through Kasm.",
    purpose: "Reaching the image without Kasm, as in its instructions for docker run.",
    advice: "Remove it.",
  },
  "dns-custom": {
    title: "Other name servers",
    varies: "Medium unless all are well-known public servers or private addresses.",
    reason:
      "The operator of these servers sees every name that the session looks up and can send it elsewhere. Filters that work by name, as many schools and offices have, are bypassed. Agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose:
      "VPN workspaces, whose names should not leak past the tunnel, or networks without working name servers.",
    advice:
      "Accept it for VPN workspaces. Otherwise remove it, so that the session uses the name servers of the host.",
  },
  "dns-search": {
    title: "Search domain for short names",
    reason: "Short names are looked up in a domain that the publisher chose.",
    purpose: "Workspaces for one organisation's network.",
    advice: "Remove it.",
  },
  "dns-opt": {
    title: "DNS resolver options",
    reason: "Changes how names are looked up, for example how long to wait.",
    purpose: "Networks with slow or unusual name servers.",
    advice: "Remove it unless it is needed.",
  },
  "extra-hosts": {
    title: "Host names pinned to addresses",
    varies: "Medium when an entry is host-gateway.",
    reason:
      "Pins names to addresses, which can send traffic elsewhere. The value host-gateway points at services of the host.",
    purpose: "Names that no name server knows, or services on the host itself.",
    advice: "Use the name server of the network.",
  },
  "links-legacy": {
    title: "Links to other containers",
    reason: "An outdated way to connect the session with other containers.",
    purpose: "Services that run in containers beside the session.",
    advice: 'Remove it, and use the setting "Restrict Image to Docker Network" of the workspace in Kasm.',
  },
  "mac-address": {
    title: "Fixed MAC address",
    reason: "As soon as two sessions run, both have the same hardware address and disturb each other.",
    purpose: "Licences that are bound to a network card.",
    advice: "Remove it.",
  },
  "networking-config": {
    title: "Fixed network settings",
    reason: "Fixed addresses or names collide as soon as two sessions run. It also needs `network`.",
    purpose: "Services that expect a certain address.",
    advice: "Remove it.",
  },
} as const satisfies Record<string, RuleWords>;
