/** Commands that cure a problem, each with its way for people who edit in the browser: a choice of the workflow Maintain. */

const orOnGitHub = (command: string, choice: string): string =>
  `${command} (on GitHub: Actions → Maintain → ${choice})`;

export const run = {
  fix: orOnGitHub("npm run fix -- --write", "Fix"),
  images: orOnGitHub("npm run images", "Images"),
  initImages: orOnGitHub("npm run images -- --init", "Images"),
  addVersion: (version: string) => orOnGitHub(`npm run add-version -- ${version}`, "Add a Kasm version"),
};
