import { law } from '../law.mjs';
import { DECK_TOKENS, deckSeeds } from '../seeds.mjs';

const OWN = /\u001b\[\d+(?:;\d+)*m|\u001b\]8;;(?:(?:https?:\/\/|mailto:)[\x21-\x7e]+)?\u001b\\/g;
const ACTING = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Markdown drawn for the terminal: as wide as asked, and nothing in it acts. */
export const markdown = {
  name: 'markdown',
  share: 1,
  sources: {
    renderMarkdown: 'src/tui/markdown/render.ts',
    linksOf: 'src/tui/markdown/links.ts',
    stringWidth: 'string-width#default',
  },
  tokens: DECK_TOKENS,
  seeds: () => deckSeeds(),
  check: checkDrawing,
};

/** Draws a text as wide and as coloured as chance will have it, and looks for what acts. */
export function checkDrawing({ renderMarkdown, linksOf, stringWidth }, text, random) {
  const width = 20 + random.below(100);
  const options = { width, colors: random.below(2) === 0, hyperlinks: random.below(2) === 0 };
  for (const line of renderMarkdown(text, options)) {
    law('nothing acts on the terminal', !ACTING.test(line.replaceAll(OWN, '')));
    law('no line is wider than asked', stringWidth(line) <= width, () => JSON.stringify(line));
  }
  for (const { url } of linksOf(text)) {
    const isKnown = /^(https?:|mailto:)[\x21-\x7e]+$/i.test(url);
    law('links lead to the web or to mail', isKnown, () => url);
  }
}
