/** The files of public/ that the registry's icon is taken from, best first. */
export const iconNames: readonly string[] = ["logo.svg", "logo.png", "icon.svg", "icon.png", "favicon.svg"];

/** Drawn by src/pages/[picture].png.ts, also where public/ has no picture at all: an icon that always exists. */
export const drawnIcon = "icon-512.png";
