// Generated from schema/*.schema.json by npm run types. Change the schema, not this file.
import type { JsonObject, JsonValue } from "./json.ts";

/**
 * One workspace of a Kasm Workspaces registry, as read by Kasm 1.12 to 1.15 (published for newer servers as well).
 */
export type Workspace10 = {
  /**
   * Where your editor finds this schema. Never published.
   */
  $schema?: string;
  /**
   * The name people see in the registry and on the dashboard.
   */
  friendly_name: string;
  /**
   * The image to pull, with its tag: [registry/]repository:tag. A Kasm 1.1 workspace names its image in compatibility instead.
   */
  name: string;
  /**
   * A sentence or two on the workspace and its use.
   */
  description: string;
  /**
   * The file name of the icon beside workspace.json: png, svg, webp, jpg, gif or ico, square, at least 50 x 50 pixels. Not a path and not a URL.
   */
  image_src: string;
  /**
   * The processor architectures that the image is built for.
   *
   * @minItems 1
   */
  architecture: ("amd64" | "arm64")[];
  /**
   * The Kasm versions that the image is built for, each as 1.NN.x, or exact as 1.NN.P.
   *
   * @minItems 1
   */
  compatibility: string[];
  /**
   * The size of the pulled image in megabytes, worst case: uncompressed, no layer shared with another image. Left out, Kasm shows no estimate.
   */
  uncompressed_size_mb?: number;
  /**
   * The groups that the workspace is listed under; at most three.
   */
  categories?: string[];
  /**
   * The container registry that an agent signs in to before it pulls. The image is looked for by its own name alone: one of ghcr.io begins with ghcr.io/. Left out: Docker Hub.
   */
  docker_registry?: string;
  /**
   * Options for the container, with the names of docker-py's containers.run. The store-front explains what each one allows.
   */
  run_config?: JsonObject;
  /**
   * Commands that Kasm runs in the container: first_launch, go and assign, each with the arguments of docker-py's exec_run.
   */
  exec_config?: JsonObject;
  /**
   * Anything that the administrator should know before installing.
   */
  notes?: string;
  /**
   * Processor cores reserved for a session.
   */
  cores?: number;
  /**
   * Memory of a session in megabytes.
   */
  memory?: number;
  /**
   * Graphics processors reserved for a session.
   */
  gpu_count?: number;
  /**
   * How Kasm limits the processor: Inherit takes the server's setting.
   */
  cpu_allocation_method?: "Inherit" | "Quotas" | "Shares";
  /**
   * Whether the workspace is enabled once it is installed.
   */
  enabled?: boolean;
  /**
   * The kind of workspace. A Link opens link_url and needs no image; a Server and a Server Pool need servers that only one deployment has.
   */
  image_type?: "Container" | "Server" | "Server Pool" | "Link";
  /**
   * Whether a session needs a graphics processor.
   */
  require_gpu?: boolean;
  /**
   * Host folders mounted into every session: host path to {bind, mode, uid, gid}.
   */
  volume_mappings?: JsonObject;
  /**
   * Where on the host Kasm keeps the home folder of a user between sessions.
   */
  persistent_profile_path?: string;
  /**
   * The questions that Kasm asks at launch, and the file in the session that gets the answers.
   */
  launch_config?: {
    /**
     * The file in the session that gets the answers, as a JSON object.
     */
    file_mapping?: {
      /**
       * The absolute path of that file.
       */
      destination?: string;
    };
    /**
     * A question each.
     */
    launch_form?: {
      /**
       * The key of the answer in the file.
       */
      key: string;
      /**
       * The name of the question in the form.
       */
      label?: string | null;
      /**
       * The kind of input: text, select and others.
       */
      input_type?: string | null;
      /**
       * The answer that is filled in beforehand.
       */
      value?: JsonValue;
      /**
       * Whether an answer must be given.
       */
      required?: boolean | null;
      /**
       * Whether Kasm may remember the answer for the next launch.
       */
      allow_saving?: boolean | null;
      /**
       * The text that an empty input shows.
       */
      placeholder?: string | null;
      /**
       * The sentence below the input.
       */
      help?: string | null;
      /**
       * The choices of an input that has some.
       */
      options?: JsonValue;
      /**
       * The regular expression that an answer must match.
       */
      validator_regex?: string | null;
      /**
       * The words of the form where an answer does not match.
       */
      validator_regex_description?: string | null;
      /**
       * The condition under which the question is asked.
       */
      display_if?: JsonValue;
    }[];
  };
  /**
   * Whether people may choose the Docker network of their session.
   */
  allow_network_selection?: boolean;
  /**
   * Whether sessions run in the networks of restrict_network_names only.
   */
  restrict_to_network?: boolean;
  /**
   * The Docker networks that sessions may run in.
   */
  restrict_network_names?: string[];
  /**
   * The kinds of graphics acceleration that a session may use.
   */
  gpu_graphics_acceleration?: string[];
  /**
   * The kinds of video encoding on a graphics processor that a session may use.
   */
  gpu_video_encoding?: string[];
  /**
   * Whether the dashboard of users leaves the workspace out.
   */
  hidden?: boolean;
  /**
   * Whether every session has a persistent profile.
   */
  enforce_workspace_persistence?: boolean;
  /**
   * Settings of the persistent profile.
   */
  persistent_profile_config?: JsonObject;
  /**
   * Whether the egress gateways of the workspace replace all others.
   */
  override_egress_gateways?: boolean;
  /**
   * Seconds that a session may last.
   */
  session_time_limit?: number;
  /**
   * Pixels of the screen from left to right.
   */
  x_res?: number;
  /**
   * Pixels of the screen from top to bottom.
   */
  y_res?: number;
  /**
   * The address that a workspace of the type Link opens.
   */
  link_url?: string;
  /**
   * How a Windows session is shown.
   */
  rdp_client_type?: string;
  /**
   * Whether a Windows session shows one program instead of a desktop.
   */
  is_remote_app?: boolean;
  /**
   * The name of that program.
   */
  remote_app_name?: string;
  /**
   * The program, as Windows finds it.
   */
  remote_app_program?: string;
  /**
   * The arguments that the program is started with.
   */
  remote_app_args?: string;
  /**
   * The picture that Kasm shows for the program.
   */
  remote_app_icon?: string;
  /**
   * The category that the dashboard shows the workspace in.
   */
  default_category?: string;
  /**
   * Labels of the agents that may run sessions.
   */
  include_labels?: string[];
  /**
   * Labels of the agents that may not run sessions.
   */
  exclude_labels?: string[];
  /**
   * Attributes of the image record, as Kasm exports them.
   */
  image_attributes?: JsonValue;
};

/**
 * One workspace of a Kasm Workspaces registry, as read by Kasm 1.16 and later (published for older servers as well).
 */
export type Workspace11 = {
  /**
   * Where your editor finds this schema. Never published.
   */
  $schema?: string;
  /**
   * The name people see in the registry and on the dashboard.
   */
  friendly_name: string;
  /**
   * A sentence or two on the workspace and its use.
   */
  description: string;
  /**
   * The file name of the icon beside workspace.json: png, svg, webp, jpg, gif or ico, square, at least 50 x 50 pixels. Not a path and not a URL.
   */
  image_src: string;
  /**
   * The processor architectures that the image is built for.
   *
   * @minItems 1
   */
  architecture: ("amd64" | "arm64")[];
  /**
   * An entry for each Kasm version: the image to use there, and its size.
   *
   * @minItems 1
   */
  compatibility: {
    /**
     * The Kasm version, as 1.NN.x, or exact as 1.NN.P: an exact one wins over its 1.NN.x.
     */
    version: string;
    /**
     * The image to pull for this Kasm version, with its tag: [registry/]repository:tag.
     */
    image: string;
    /**
     * The size of the pulled image in megabytes, worst case: uncompressed, no layer shared with another image. Left out, Kasm shows no estimate.
     */
    uncompressed_size_mb?: number;
    /**
     * Tags of the image that the administrator may choose from; together they are the channels of the registry.
     */
    available_tags?: string[];
  }[];
  /**
   * The groups that the workspace is listed under; at most three.
   */
  categories?: string[];
  /**
   * The container registry that an agent signs in to before it pulls. The image is looked for by its own name alone: one of ghcr.io begins with ghcr.io/. Left out: Docker Hub.
   */
  docker_registry?: string;
  /**
   * Options for the container, with the names of docker-py's containers.run. The store-front explains what each one allows.
   */
  run_config?: JsonObject;
  /**
   * Commands that Kasm runs in the container: first_launch, go and assign, each with the arguments of docker-py's exec_run.
   */
  exec_config?: JsonObject;
  /**
   * Anything that the administrator should know before installing.
   */
  notes?: string;
  /**
   * Processor cores reserved for a session.
   */
  cores?: number;
  /**
   * Memory of a session in megabytes.
   */
  memory?: number;
  /**
   * Graphics processors reserved for a session.
   */
  gpu_count?: number;
  /**
   * How Kasm limits the processor: Inherit takes the server's setting.
   */
  cpu_allocation_method?: "Inherit" | "Quotas" | "Shares";
  /**
   * Whether the workspace is enabled once it is installed.
   */
  enabled?: boolean;
  /**
   * The kind of workspace. A Link opens link_url and needs no image; a Server and a Server Pool need servers that only one deployment has.
   */
  image_type?: "Container" | "Server" | "Server Pool" | "Link";
  /**
   * Whether a session needs a graphics processor.
   */
  require_gpu?: boolean;
  /**
   * Host folders mounted into every session: host path to {bind, mode, uid, gid}.
   */
  volume_mappings?: JsonObject;
  /**
   * Where on the host Kasm keeps the home folder of a user between sessions.
   */
  persistent_profile_path?: string;
  /**
   * The questions that Kasm asks at launch, and the file in the session that gets the answers.
   */
  launch_config?: {
    /**
     * The file in the session that gets the answers, as a JSON object.
     */
    file_mapping?: {
      /**
       * The absolute path of that file.
       */
      destination?: string;
    };
    /**
     * A question each.
     */
    launch_form?: {
      /**
       * The key of the answer in the file.
       */
      key: string;
      /**
       * The name of the question in the form.
       */
      label?: string | null;
      /**
       * The kind of input: text, select and others.
       */
      input_type?: string | null;
      /**
       * The answer that is filled in beforehand.
       */
      value?: JsonValue;
      /**
       * Whether an answer must be given.
       */
      required?: boolean | null;
      /**
       * Whether Kasm may remember the answer for the next launch.
       */
      allow_saving?: boolean | null;
      /**
       * The text that an empty input shows.
       */
      placeholder?: string | null;
      /**
       * The sentence below the input.
       */
      help?: string | null;
      /**
       * The choices of an input that has some.
       */
      options?: JsonValue;
      /**
       * The regular expression that an answer must match.
       */
      validator_regex?: string | null;
      /**
       * The words of the form where an answer does not match.
       */
      validator_regex_description?: string | null;
      /**
       * The condition under which the question is asked.
       */
      display_if?: JsonValue;
    }[];
  };
  /**
   * Whether people may choose the Docker network of their session.
   */
  allow_network_selection?: boolean;
  /**
   * Whether sessions run in the networks of restrict_network_names only.
   */
  restrict_to_network?: boolean;
  /**
   * The Docker networks that sessions may run in.
   */
  restrict_network_names?: string[];
  /**
   * The kinds of graphics acceleration that a session may use.
   */
  gpu_graphics_acceleration?: string[];
  /**
   * The kinds of video encoding on a graphics processor that a session may use.
   */
  gpu_video_encoding?: string[];
  /**
   * Whether the dashboard of users leaves the workspace out.
   */
  hidden?: boolean;
  /**
   * Whether every session has a persistent profile.
   */
  enforce_workspace_persistence?: boolean;
  /**
   * Settings of the persistent profile.
   */
  persistent_profile_config?: JsonObject;
  /**
   * Whether the egress gateways of the workspace replace all others.
   */
  override_egress_gateways?: boolean;
  /**
   * Seconds that a session may last.
   */
  session_time_limit?: number;
  /**
   * Pixels of the screen from left to right.
   */
  x_res?: number;
  /**
   * Pixels of the screen from top to bottom.
   */
  y_res?: number;
  /**
   * The address that a workspace of the type Link opens.
   */
  link_url?: string;
  /**
   * How a Windows session is shown.
   */
  rdp_client_type?: string;
  /**
   * Whether a Windows session shows one program instead of a desktop.
   */
  is_remote_app?: boolean;
  /**
   * The name of that program.
   */
  remote_app_name?: string;
  /**
   * The program, as Windows finds it.
   */
  remote_app_program?: string;
  /**
   * The arguments that the program is started with.
   */
  remote_app_args?: string;
  /**
   * The picture that Kasm shows for the program.
   */
  remote_app_icon?: string;
  /**
   * The category that the dashboard shows the workspace in.
   */
  default_category?: string;
  /**
   * Labels of the agents that may run sessions.
   */
  include_labels?: string[];
  /**
   * Labels of the agents that may not run sessions.
   */
  exclude_labels?: string[];
  /**
   * Attributes of the image record, as Kasm exports them.
   */
  image_attributes?: JsonValue;
};

/**
 * workspaces/registry.json: who publishes this registry. The file and every key in it are optional; what is left out is derived.
 */
export type RegistryJson = {
  /**
   * Where your editor finds this schema.
   */
  $schema?: string;
  /**
   * The name of the registry, shown in Kasm and on the store-front. Derived from the repository when left out.
   */
  name?: string;
  /**
   * A sentence on the workspaces of the registry.
   */
  description?: string;
  /**
   * A file in public/ (logo.svg), or an absolute http(s) address.
   */
  icon?: string;
  /**
   * Where people ask for help: an http(s) or mailto address. Derived: the issues of the repository.
   */
  contact_url?: string;
  /**
   * The address of the published site. Needed only where it cannot be detected: GitHub Pages, custom domains and git remotes are.
   */
  url?: string;
  /**
   * The channel that Kasm offers first: one of the available_tags of the workspaces.
   */
  default_channel?: string;
  /**
   * Whether each entry of list.json carries the official security flags.
   */
  flags_in_list?: boolean;
  /**
   * fit: raster icons over 256 pixels are made smaller; original: every raster icon is published byte for byte.
   */
  icons?: "fit" | "original";
  /**
   * The check of a pull request fails where it brings a new security finding of this severity or worse. The value on the branch that it goes into counts. Builds of the site never fail by it. Left out: no finding fails a check.
   */
  fail_on?: "critical" | "high" | "medium" | "low";
  /**
   * The one accent colour of the store-front, as #rrggbb. Contrast is kept by computation.
   */
  accent?: string;
  /**
   * The language of the store-front and of your texts, as a BCP 47 tag. What src/strings/ has no translation of stays English.
   */
  lang?: string;
  /**
   * The direction of the store-front's texts. Derived from the language when left out: right to left for Arabic, Hebrew, Persian and others that are written so.
   */
  dir?: "ltr" | "rtl";
  /**
   * The web address of the repository. Derived from GitHub or the git remote when left out.
   */
  source?: string;
  /**
   * Whether the list says in one more sentence of a workspace's notes that it is deprecated: the notes are all that an administrator sees of it in Kasm. Its sha is another one then.
   */
  deprecated_in_notes?: boolean;
  /**
   * Workspaces whose folders are gone, by the last part of their address or by their folder. A page at the old address shows the text.
   */
  withdrawn?: JsonObject;
  /**
   * Old addresses that lead to a workspace: its old folder, or the last part of its old address, and its folder now. Needed only where the history does not show it.
   */
  renamed?: JsonObject;
};
