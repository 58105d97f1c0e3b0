import { once } from '../once.js';

/** Returns what parts a text into characters as a person sees them. Making it takes longer than a start of `viva due` has. */
export const graphemeSegmenter = once(() => new Intl.Segmenter());
