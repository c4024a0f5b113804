/** Texts of the page about adding the registry to Kasm. Code stands between backticks. */
export const add = {
  title: "Add to Kasm",
  /** The link to this page, below the steps by hand. */
  otherWays: "By script, Helm or Terraform",
  description: "Add this registry to Kasm Workspaces: by hand, by script, with Helm or with Terraform.",
  intro:
    "Kasm needs one thing: the link of this registry. The commands below have it filled in already. Put your own server in place of `kasm.example.com`; this page stores and sends nothing.",
  byHand: "By hand",
  oldKasm: "Kasm 1.16 to 1.19",
  newKasm: "Kasm 1.20",
  newKasmNote: "Expect the same steps. They were not tried with Kasm 1.20.",
  documented: "Documented by Kasm",
  partlyDocumented: "Documented in part",
  undocumented: "Not documented by Kasm",
  key: "API key",
  keyNote:
    "Scripts and Terraform need an API key. In Kasm, Settings → Developers → Add API Key makes one; it has no permission at first, so give it the one to create registries. The commands read the key and its secret from the environment variables `KASM_API_KEY` and `KASM_API_KEY_SECRET`, and keep them out of the list of processes.",
  shell: "For a shell",
  script120: "By script: Kasm 1.20",
  script120Note:
    "The catalog API takes `POST /api/admin/catalog/registries`, with the API key as the name and its secret as the password of HTTP Basic. Write the body of the request into `registry.json` first. Kasm’s page lists its fields; they could not be checked for this page, which does not guess them.",
  script120Page: "Kasm’s page about this request",
  script119: "By script: Kasm 1.16 to 1.19",
  script119Note:
    "The community’s Terraform provider sends `POST /api/public/create_registry` with this body. Kasm does not document the request and may change it. The command was not tried with a Kasm server.",
  channel: (channel: string, isOwn: boolean) =>
    isOwn
      ? `The channel \`${channel}\` is the default of this registry’s list.`
      : `This registry’s list has no channels; \`${channel}\` is what the tests of that provider send.`,
  helm: "With Helm",
  helmNote:
    "For a new installation with Kasm’s Helm chart, which fills an empty database once and leaves an existing one alone. The chart’s page names `kasmConfig.config.registries`; the fields are those that its template reads. This list replaces the one that Kasm brings, so name Kasm’s own registry in it too if you want to keep that.",
  helmValues: "Values of the chart",
  helmPage: "The chart’s page about these values",
  terraform: "With Terraform",
  terraformNote:
    "A provider of the community, which its author calls work in progress; it sends the request for Kasm 1.16 to 1.19. Its pages name several addresses for it, so build it from its repository and put the address at which you keep it into `source`. Its pages describe other fields of `kasm_registry`; these are the ones in its code, which takes `stable`, `beta`, `develop` or a full version as the channel. Terraform reads the key from `TF_VAR_kasm_api_key` and `TF_VAR_kasm_api_key_secret`.",
  /** Where the provider takes another channel only. */
  terraformChannel: (channel: string) =>
    `The provider refuses the channel \`${channel}\` of this registry’s list; \`stable\` stands in its place, and you can choose the right one in Kasm.`,
  terraformCode: "Configuration",
  terraformPage: "The provider’s repository",
  api: "Files of this registry for programs",
};
