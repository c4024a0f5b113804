/** Fields of Kasm's image records, each with a value that Kasm takes. */
export const passing = {
  enabled: true,
  image_type: "Container",
  require_gpu: false,
  volume_mappings: { "/a": { bind: "/b", mode: "ro" } },
  persistent_profile_path: "/p",
  launch_config: { file_mapping: { destination: "/tmp/a.json" }, launch_form: [{ key: "a", options: [] }] },
  allow_network_selection: false,
  restrict_to_network: true,
  restrict_network_names: ["n"],
  gpu_graphics_acceleration: ["a"],
  gpu_video_encoding: ["a"],
  hidden: false,
  enforce_workspace_persistence: true,
  persistent_profile_config: { a: 1 },
  override_egress_gateways: false,
  session_time_limit: 3600,
  x_res: 1920,
  y_res: 1080,
  link_url: "https://example.org/",
  rdp_client_type: "GUAC",
  is_remote_app: false,
  remote_app_name: "a",
  remote_app_program: "a",
  remote_app_args: "a",
  remote_app_icon: "a",
  default_category: "a",
  include_labels: ["a"],
  exclude_labels: ["a"],
  image_attributes: [{ a: 1 }],
};
/** Fields that name something of one deployment. */
export const deployment = [
  "filter_policy_id",
  "session_banner_id",
  "server_id",
  "server_pool_id",
  "zone_id",
  "zone_name",
  "restrict_to_zone",
  "restrict_to_server",
  "image_id",
  "hash",
  "available",
];

/** Fields that switch off a control of the administrator. */
export const controls = ["filter_policy_force_disabled", "session_banner_force_disabled"];
