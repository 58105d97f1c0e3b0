import { joinSaraAm, splitSaraAm } from './sara-am.js';
import { stretchesOf } from './stretches.js';

// Thai, Lao, Burmese, Khmer, Chinese and Japanese are written without blanks between words.
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** What never begins a line. */
const CLOSING = /^[\p{Pe}\p{Pf}、。，．！？：；,.!?:;%‰…ー々ๆฯ]/u;

let segmenter: Intl.Segmenter | null = null;

/** Whether text holds letters of a script without blanks between words. */
export function hasUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Cuts such text where a line may end. The parts joined are the text. */
export function unspacedWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const words: string[] = [];
  // The dictionary knows words only as they are spelt.
  for (const stretch of stretchesOf(joinSaraAm(text))) {
    for (const { segment } of segmenter.segment(stretch)) {
      const word = splitSaraAm(segment);
      if (CLOSING.test(word) && words.length > 0) words.push(`${words.pop()}${word}`);
      else words.push(word);
    }
  }
  return words;
}
