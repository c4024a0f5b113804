import { kasmServers, minorVersion } from "../../registry/model/kasm-versions.ts";

/** First and last of neighbouring releases, as people write them: "1.18" where all known releases of it are among them, else "1.18.1". */
export function endsOf(releases: readonly string[]): [first: string, last: string] {
  const name = (release: string): string => {
    const known = kasmServers.filter((each) => minorVersion(each) === minorVersion(release));
    const isWhole = known.length > 0 && known.every((each) => releases.includes(each));
    return (isWhole ? minorVersion(release) : release).replace(/\.x$/, "");
  };
  return [name(releases[0] ?? ""), name(releases.at(-1) ?? "")];
}
