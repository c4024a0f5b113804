/** What a build may cost at most, as a ratio to the official template's, by workspaces. */
export const targets: Readonly<Record<number, { cold: number; warm: number }>> = {
  71: { cold: 0.3, warm: 0.2 },
  1000: { cold: 0.5, warm: 0.25 },
  5000: { cold: 0.6, warm: 0.25 },
};
