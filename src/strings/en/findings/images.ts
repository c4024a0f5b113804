import type { RuleWords } from "./rule-words.ts";

/** Findings about the images that a workspace installs. */
export const imageWords = {
  "image-registry-missing": {
    title: "Image without its container registry",
    reason:
      "The field `docker_registry` names another container registry than Docker Hub, but the image does not begin with it. Docker goes by the name of the image alone and asks Docker Hub; agents on Kubernetes (Kasm 1.19) do the same.",
    purpose: "The publisher expects Docker to put the two together.",
    advice: "Write the registry in front of the image.",
  },
  "image-local-name": {
    title: "Image that Docker Hub does not have",
    reason:
      "The name has no owner, and Docker Hub has no official image of this name. Only an agent on which the image was built can start it.",
    purpose: "The publisher built the image on an agent and tried it there.",
    advice: "Push the image to a container registry, and write its full name.",
  },
  "image-no-latest": {
    title: "Tag that Kasm does not publish",
    reason:
      "Kasm's own images have no tag `latest`, which Docker also takes where none is written. The image cannot be pulled, so installing it does not end.",
    purpose: "A habit from other images.",
    advice: "Write the tag of the Kasm version.",
  },
  "image-untagged": {
    title: "Image without tag",
    reason:
      "Docker then takes the tag `latest`, and what that stands for can change after the workspace was reviewed.",
    purpose: "The publisher wants the newest image, or has only one.",
    advice: "Add the tag that was tested.",
  },
  "image-latest": {
    title: "Image with the tag latest",
    reason:
      "The tag `latest` is moved to every new image, so it can change after the workspace was reviewed.",
    purpose: "Updates without work for the publisher.",
    advice:
      "Accept it where you trust the publisher with updates. Publishers: write the tag of a version, or a digest.",
  },
  "image-digest": {
    title: "Image pinned by digest",
    reason:
      "A digest stands for one image, byte for byte, so nothing else is ever installed. Security updates need a new digest.",
    purpose: "The image that was reviewed is the one that runs.",
    advice: "No action needed beyond updates from the publisher.",
  },
} as const satisfies Record<string, RuleWords>;
