/** Words of `npm run verify`, and of the page that says how to verify a site. Codes, commands and names of files stay as they are. */

interface Whole {
  address: string;
  files: number;
}

const count = (files: number): string => (files === 1 ? "1 file is" : `${files} files are`);

export const verify = {
  summary:
    "Compares every file of a published site with its SHA256SUMS, and those with the attestation of the repository that built it.",
  needsAddress:
    "Give one address that begins with https://, or one folder, for instance: npm run verify -- https://example.github.io/kasm-registry/ --repo example/kasm-registry",
  doctor: "also compares every file with SHA256SUMS, and those with the attestation, as npm run verify does",
  repo: "the repository at GitHub that must have built the site (default: the one that the site names)",
  branch: "its default branch (default: the repository is asked)",
  trustedRoot:
    "a file with Sigstore's keys, as gh attestation trusted-root prints them (default: Sigstore is asked)",
  badRepo: (typed: string) =>
    `--repo "${typed}" is no repository. Write owner/name, as in its address at GitHub.`,
  needsValue: (option: string) => `--${option} needs a value.`,
  unreadableKeys: (path: string) => `--trusted-root ${path} cannot be read.`,
  onlyWithVerify: (option: string) => `--${option} is only for --verify.`,

  // The verdict
  attested: ({
    address,
    files,
    repository,
    branch,
    commit,
  }: Whole & Record<"repository" | "branch" | "commit", string>) =>
    `${address}: whole and attested. ${count(files)} as SHA256SUMS lists them, and the publish workflow of ${repository} built them on ${branch} from commit ${commit}.`,
  notAttested: ({ address, files }: Whole) =>
    `${address}: whole, not attested. ${count(files)} as SHA256SUMS lists them; nothing shows who wrote that list.`,
  attestationFails: ({ address, files, fault }: Whole & { fault: string }) =>
    `${address}: whole, but no attestation holds. ${count(files)} as SHA256SUMS lists them. ${fault}`,
  notWhole: ({ address, fault, others }: Pick<Whole, "address"> & { fault: string; others: number }) =>
    `${address}: not whole. ${fault}${others > 0 ? ` (Further faults: ${others}.)` : ""}`,

  // Parts of messages about the attestation
  noStatement: "no statement about files",
  notInLog: "the public log of signatures does not confirm it",
  badCertificate: "its certificate is not of Sigstore, or was not valid when it signed",
  badSignature: "the signature does not fit",
};

export const verifyPage = {
  title: "Verify this site",
  intro:
    "Ways to check, on a machine of yours, that this site is what its repository says. A site cannot vouch for itself: take the name of the repository from where you heard of this registry, and compare it with the one below.",
  origin: {
    title: "Where it comes from",
    repository: "Repository",
    commit: "Built from commit",
    workflow: "By the workflow",
    generator: "With",
    machine: "The same for machines",
  },
  whole: {
    title: "Is it whole?",
    intro:
      "SHA256SUMS lists every file of this site with its checksum. In a clone of a registry that you trust and that was made with this template, after npm ci, one command compares all of them, checks the attestation as well, and says what it found.",
    command: "In a clone of a registry that you trust",
    byHand:
      "By hand, with curl, jq and sha256sum; without files that SHA256SUMS does not list or whose names begin with a dot",
  },
  attestation: {
    title: "Who built it?",
    intro:
      "In a public repository, the workflow that built this site has GitHub sign the checksums, so nobody else can write others unnoticed. The GitHub CLI asks GitHub for that signature; the site carries it too, as provenance.sigstore.json.",
    command: "With the GitHub CLI",
    none: "Nobody signed this site: it was not built in a public repository at GitHub by this template’s workflow. The checksums show that nothing was lost on the way, and building it again shows that they are right.",
  },
  rebuild: {
    title: "Is it what the commit says?",
    intro:
      "A build is reproducible: the same commit and the same address give the same bytes. Build it yourself and compare the checksums. These commands run programs from that repository, so use a container or a machine where they can do no harm.",
    command: "With git and Node",
    none: "The commit that this site was built from is not known here, so it cannot be built again and compared.",
  },
  limits: {
    title: "Not shown by any of this",
    items: [
      "The content of the docker images. Pin them by digest where that matters to you, and compare the digest.",
      "The intent of the author. A harmful setting is published as faithfully as any other: read the security review of a workspace before you install it.",
      "What the server sends to others. A server can know a program by its name and send something else to Kasm.",
      "The age of the site. An older copy with its own attestation is whole as well: compare its commit with the newest one of the repository.",
      "The author of the checksums, where nothing but the checksums was compared. Anybody who can change a file on the server can change its checksum too.",
    ],
  },
};
