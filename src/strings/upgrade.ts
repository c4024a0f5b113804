export * from "./en/upgrade.ts";
