import { voteForHeadings } from './headings.js';
import type { Shape } from './shape.js';

/** A heading is the question, what follows is the answer. */
export const heading: Shape = {
  name: 'heading',
  mayBeBare: true,
  summary: 'a heading is the question, the text below it the answer',
  example: '## What is a KV cache?\n\nKeys and values of the tokens so far, kept for the next one.',
  vote: voteForHeadings,
};
