import { trimEnd } from "../../../registry/model/trim.ts";
import type { NextConfig } from "../next-config.ts";

/** Notes a correction, in a sentence for people. */
export type Correct = (sentence: string) => void;

/** All that is known of the old registry. */
export interface SettingsClues {
  config: NextConfig;
  /** Files below site/public/ of the repository. */
  publicFiles: readonly string[];
  /** Those of them that no browser shows as a picture. */
  otherFiles?: readonly string[];
  /** Content of CNAME of the gh-pages branch or of site/public/CNAME. */
  cname: string | null;
  /** Web address of the repository ("https://github.com/owner/name"), or null. */
  repository: string | null;
}

/** Values of the official template before anybody edits it. */
export const template = {
  name: "Kasm Technologies",
  description: "The official store for Kasm supported workspaces.",
  icon: "/img/logo.svg",
  listUrl: "https://registry.kasmweb.com/",
  contactUrl: "https://kasmweb.com/support",
};

export const isSameRoot = (a: string, b: string): boolean =>
  trimEnd(a, "/").toLowerCase() === trimEnd(b, "/").toLowerCase();

/** Whether an address lies inside the old site. */
export const isInside = (address: string, site: string): boolean =>
  new URL(address).host === new URL(site).host &&
  new URL(address).pathname.startsWith(new URL(site).pathname);

/** The own addresses of GitHub and GitLab Pages are found without a setting: none is written, so none can become wrong. */
export const isDetected = (site: string): boolean =>
  /^[\w-]+\.git(?:hub|lab)\.io$/.test(new URL(site).hostname);
