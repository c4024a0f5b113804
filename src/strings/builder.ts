export * from "./en/builder.ts";
