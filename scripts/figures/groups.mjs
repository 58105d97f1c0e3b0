/**
 * Puts figures of one subject and unit side by side, those first that are said in like words by
 * different cards: they are most likely one thing said twice.
 */

/** Words that two sentences share when they may be about the same quantity. */
const MIN_SHARED = 2;
/** Values further apart than this factor are of two things. */
const MAX_RATIO = 10;
const WORD = /[a-z]{4,}/g;
/** Words of any sentence. */
const COMMON = new Set(
  `about above after against also because been before below between both cannot could does down each even every first
  from give given gives good have here into itself just keep kept last less like long many more most much must needs
  never next only other over same show shows since some still such take takes than that their them then there these
  they this those three times under until used uses what when where which while will with without would your model
  models token tokens answer question follow percent million billion bytes`.split(/\s+/),
);

/**
 * Groups in which values differ, the likeliest contradiction first. Values that agree within the
 * digits of the coarser of them are one. `shared` is how many words two sentences share that say
 * different values in different cards; 0 where no such pair is near to each other.
 * @returns {{ subject: string, unit: string, shared: number, values: { value: number, figures: object[] }[] }[]}
 */
export function differingGroups(figures) {
  const groups = new Map();
  for (const figure of figures) {
    const key = `${figure.key}\n${figure.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()]
    .map((all) => {
      const values = valuesOf(all);
      const { subject, unit } = all[0];
      return { subject, unit, values, shared: mostShared(values) };
    })
    .filter(({ values }) => values.length > 1)
    .toSorted((a, b) => b.shared - a.shared);
}

/** Whether different cards say different values of the group in like words. */
export function isSuspicious({ shared }) {
  return shared >= MIN_SHARED;
}

function valuesOf(figures) {
  const values = [];
  // The finest first, so that coarser ones find what they are rounded from.
  for (const figure of figures.toSorted((a, b) => b.digits - a.digits)) {
    const same = values.find(({ value }) => agree(value, figure));
    if (same === undefined) values.push({ value: figure.value, figures: [figure] });
    else same.figures.push(figure);
  }
  return values.toSorted((a, b) => a.value - b.value);
}

function agree(value, { value: coarse, digits }) {
  if (value === coarse) return true;
  if (value === 0 || coarse === 0) return false;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(coarse))) - digits + 1);
  return Math.abs(value - coarse) <= unit / 2 + 1e-9 * Math.abs(coarse);
}

function mostShared(values) {
  const said = values.flatMap(({ value, figures }) =>
    figures.map(({ card, sentence, key }) => ({ value, card, words: wordsOf(sentence, key) })),
  );
  const pairs = said.flatMap((one) =>
    said
      .filter((other) => mayContradict(one, other))
      .map((other) => sharedBy(one.words, other.words)),
  );
  return pairs.reduce((most, shared) => Math.max(most, shared), 0);
}

function mayContradict(one, other) {
  return one.card !== other.card && one.value < other.value && other.value / one.value <= MAX_RATIO;
}

function wordsOf(sentence, key) {
  const own = new Set(key.split(/[^a-z]+/));
  const words = sentence.toLowerCase().match(WORD) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word) && !own.has(word)).map(stem));
}

function stem(word) {
  return word.replace(/(?:ing|ed|es|s)$/, '');
}

// Set's intersection came with Node 22.
function sharedBy(words, others) {
  return [...words].filter((word) => others.has(word)).length;
}
