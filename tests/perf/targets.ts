/** What ours may cost at most, as a ratio to the official template's, by workspaces. */
export const targets: Readonly<
  Record<number, { cold: number; warm: number; bytes?: number; firstCard: number }>
> = {
  71: { cold: 0.3, warm: 0.2, bytes: 0.15, firstCard: 0.4 },
  1000: { cold: 0.5, warm: 0.25, bytes: 0.012, firstCard: 0.12 },
  5000: { cold: 0.6, warm: 0.25, firstCard: 0.03 },
};
