/** GitHub answers 414 to longer addresses; the exact limit is not documented, and about 8,000 characters were seen to work. */
const maxAddressLength = 7500;

/** GitHub's page for a new file with its path and content filled in; null where the address would be too long. */
export function newFileAddress(repository: string, path: string, content: string): string | null {
  const address = `${repository}/new/HEAD?${new URLSearchParams({ filename: path, ...(content ? { value: content } : {}) })}`;
  return address.length <= maxAddressLength ? address : null;
}
