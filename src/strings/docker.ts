export * from "./en/docker.ts";
