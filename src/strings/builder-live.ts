export * from "./en/builder-live.ts";
