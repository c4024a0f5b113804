/**
 * GitHub answers 414 to addresses of more than 8,191 bytes (github.com/github/docs, issue 5136); the rest is for a sign-in in between.
 * Of 141 real workspaces, the longest address has 2,265 characters; that of a drawn icon has 546.
 */
const maxAddressLength = 7500;

/** GitHub's page for a new file with its path and content filled in; null where the address would be too long. */
export function newFileAddress(repository: string, path: string, content: string): string | null {
  const address = `${repository}/new/HEAD?${new URLSearchParams({ filename: path, ...(content ? { value: content } : {}) })}`;
  return address.length <= maxAddressLength ? address : null;
}
