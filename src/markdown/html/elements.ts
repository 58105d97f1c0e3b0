/** Elements that hold nothing and end where they begin. */
export const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'source']);

/** Elements that make a block of their own. */
const BLOCKS = words(
  `article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4
   h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`,
);

/** Elements within a line, and what Markdown calls them: the type of the token and its tag. */
export const MARKS: ReadonlyMap<string, readonly [type: string, tag: string]> = new Map([
  ...['b', 'strong'].map((name) => [name, ['strong', 'strong']] as const),
  ...['i', 'em', 'cite', 'dfn', 'var'].map((name) => [name, ['em', 'em']] as const),
  ...['s', 'del', 'strike'].map((name) => [name, ['s', 's']] as const),
  ...['u', 'ins'].map((name) => [name, ['underline', 'u']] as const),
  ...['sub', 'sup', 'kbd', 'mark'].map((name) => [name, [name, name]] as const),
]);

/** Elements whose content is code: nothing in them is Markdown. */
export const CODE: ReadonlySet<string> = new Set(['code', 'samp', 'tt']);

/** Elements of which only the content shows. */
const TRANSPARENT = words('a abbr bdi bdo big font label picture q small span time');

/**
 * Every element that is drawn as what it means. All others are text: what runs, loads,
 * or asks for input has no meaning on a card.
 */
const KNOWN: ReadonlySet<string> = new Set([
  ...VOID,
  ...BLOCKS,
  ...MARKS.keys(),
  ...CODE,
  ...TRANSPARENT,
]);

/** Is an element one that is drawn as what it means? */
export function isKnown(name: string): boolean {
  return KNOWN.has(name);
}

/** Does an element make a block of its own? */
export function isBlockElement(name: string): boolean {
  return BLOCKS.has(name);
}

/**
 * What the start of an element ends, where it is open still, and within what (HTML Living
 * Standard, optional tags).
 */
export const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', words('li')],
  ...['dt', 'dd'].map((name) => [name, words('dt dd')] as const),
  ...['td', 'th'].map((name) => [name, words('td th')] as const),
  ['tr', words('td th tr')],
  ...['thead', 'tbody', 'tfoot'].map(
    (name) => [name, words('td th tr thead tbody tfoot')] as const,
  ),
]);

/** Elements whose end may be left out: that of the element around them ends them, too. */
export const MAY_STAY_OPEN: ReadonlySet<string> = words('li dt dd td th tr thead tbody tfoot');

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
