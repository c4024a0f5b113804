import { channelsOf, defaultChannel } from "../registry/lists/assemble.ts";
import type { Registry } from "../registry/model/types.ts";

/** Texts to copy that add a registry to Kasm, with placeholders for the server and its API key. */
export interface AddCommands {
  /** For a shell. Their secrets go through a pipe: arguments of curl would stand in the list of processes. */
  kasm120: string;
  kasm119: string;
  /** Values of the chart, YAML. */
  helm: string;
  terraform: string;
  /** Of the registry's list, or the one that is sent for a list without channels. */
  channel: string;
  isOwnChannel: boolean;
}

/** Whether the provider for Terraform takes this channel. */
export const takesChannel = (channel: string): boolean =>
  /^(?:stable|beta|develop|\d+\.\d+\.\d+)$/.test(channel);

const server = "https://kasm.example.com";

/**
 * Sources: docs.kasm.com/docs/develop/reference/developer-api, admin-catalog-registries-create; internal/client/registry_ops.go and
 * internal/resources/registry/resource.go of SiM22/terraform-provider-kasm; charts/kasm-helm/docs/preseed.md and
 * templates/db-preseed-secret.yaml of kasmtech/kasm-helm.
 */
export function addCommands({
  identity,
  workspaces,
}: Pick<Registry, "identity" | "workspaces">): AddCommands {
  const own = defaultChannel(channelsOf(workspaces), identity.defaultChannel);
  const isOwnChannel = own !== null && /^[\w.-]+$/.test(own);
  const channel = isOwnChannel ? own : "stable";
  // No other character of an address ends a text of these languages.
  const url = identity.url.replaceAll("'", "%27");
  return {
    channel,
    isOwnChannel,
    kasm120: `printf 'user = "%s:%s"\\n' "$KASM_API_KEY" "$KASM_API_KEY_SECRET" |
  curl --config - --header 'Content-Type: application/json' --data @registry.json \\
    ${server}/api/admin/catalog/registries`,
    kasm119: `printf '{"api_key": "%s", "api_key_secret": "%s", "registry": "%s",
  "channel": "%s", "override_schema": ""}' \\
  "$KASM_API_KEY" "$KASM_API_KEY_SECRET" '${url}' '${channel}' |
  curl --header 'Content-Type: application/json' --data @- \\
    ${server}/api/public/create_registry`,
    helm: `kasmConfig:
  generatePreseed: true
  config:
    registries:
      - registry_url: "${url}"
        schema_version: "1.1"
        channel: "${channel}"`,
    terraform: `terraform {
  required_providers {
    kasm = {
      source = "kasm.example.com/community/kasm" # where you put the provider
    }
  }
}

provider "kasm" {
  base_url   = "${server}"
  api_key    = var.kasm_api_key
  api_secret = var.kasm_api_key_secret
}

resource "kasm_registry" "this" {
  url     = "${url}"
  channel = "${takesChannel(channel) ? channel : "stable"}"
}

variable "kasm_api_key" {
  sensitive = true
}

variable "kasm_api_key_secret" {
  sensitive = true
}`,
  };
}
