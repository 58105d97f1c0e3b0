// Changes that inputs suffer: characters flipped, stretches cut, doubled or moved, lines dropped,
// other seeds spliced in, tokens that mean something to a reader put anywhere.

const MAX_CHANGES = 8;
/** Inputs are kept small: many small ones find more than a few large ones. */
const MAX_LENGTH = 4_000;
const MAX_PIECE = 800;

/** Of a format that only works as a whole, this many times as much. */
const MAX_WHOLE = 20 * MAX_LENGTH;

/** Returns an input made of a piece of one seed, or of a whole one, changed a few times. */
export function mutated(random, seeds, tokens, whole = false) {
  const seed = random.of(seeds);
  let text = whole ? seed : piece(random, seed);
  const changes = random.below(MAX_CHANGES);
  const kinds = whole ? GENTLE_CHANGES : CHANGES;
  for (let change = 0; change < changes; change++) {
    text = random
      .of(kinds)(text, random, seeds, tokens)
      .slice(0, whole ? MAX_WHOLE : MAX_LENGTH);
  }
  return text;
}

/** A stretch of whole lines, or now and then of any characters; short seeds as they are. */
function piece(random, seed) {
  if (seed.length <= MAX_PIECE && random.below(4) > 0) return seed;
  const length = 1 + random.below(Math.min(MAX_PIECE, seed.length));
  let start = random.below(seed.length - length + 1);
  if (random.below(4) > 0) start = seed.lastIndexOf('\n', start) + 1;
  return seed.slice(start, start + length);
}

const CHANGES = [flip, cut, double, move, dropLines, splice, insert, insert, insert, repeat, swap];
/** Those that leave most of a text as and where it is are most of these. */
const GENTLE_CHANGES = [...CHANGES, ...Array(8).fill(flip), ...Array(8).fill(overwrite)];

function at(random, text) {
  return random.below(text.length + 1);
}

function flip(text, random) {
  const place = at(random, text);
  const code = random.below(8) === 0 ? random.below(0x10000) : random.below(0x100);
  return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
}

/** A token in place of as many characters: what stands behind stays where it was. */
function overwrite(text, random, _seeds, tokens) {
  const place = at(random, text);
  const token = random.of(tokens);
  return text.slice(0, place) + token + text.slice(place + token.length);
}

function cut(text, random) {
  const place = at(random, text);
  return text.slice(0, place) + text.slice(place + random.below(random.of([2, 20, 400])));
}

function double(text, random) {
  const place = at(random, text);
  const stretch = text.slice(place, place + random.below(random.of([5, 50, 300])));
  return text.slice(0, place) + stretch + text.slice(place);
}

function move(text, random) {
  const place = at(random, text);
  const stretch = text.slice(place, place + random.below(200));
  const rest = text.slice(0, place) + text.slice(place + stretch.length);
  const to = at(random, rest);
  return rest.slice(0, to) + stretch + rest.slice(to);
}

function dropLines(text, random) {
  const share = 2 + random.below(10);
  return text
    .split('\n')
    .filter(() => random.below(share) > 0)
    .join('\n');
}

function splice(text, random, seeds) {
  return text.slice(0, at(random, text)) + piece(random, random.of(seeds));
}

function insert(text, random, _seeds, tokens) {
  const place = at(random, text);
  return text.slice(0, place) + random.of(tokens) + text.slice(place);
}

function repeat(text, random, _seeds, tokens) {
  const place = at(random, text);
  const times = random.of([2, 3, 10, 100]);
  return text.slice(0, place) + random.of(tokens).repeat(times) + text.slice(place);
}

/** One kind of line end or blank for another, or none: what an export does to a text. */
function swap(text, random) {
  const [from, to] = random.of([
    ['\n', '\r\n'],
    ['\n', ' '],
    ['\n', '\r'],
    ['\n\n', '\n'],
    [' ', '\t'],
    [' ', '\u00a0'],
    ['"', '\u201d'],
    ['é', 'Ã©'],
    ['—', 'â€”'],
  ]);
  return text.replaceAll(from, to);
}
