import { visibleWords } from './navigation.js';

/** Headings that are parts of any document. */
const STRUCTURE =
  /^(?:table of contents|contents|index|toc|introduction|intro|overview|about|foreword|preface|getting started|installation|install|usage|examples?|quick start|requirements|prerequisites|building|features|commands|configuration|documentation|docs|contributing|contributors|contribution|contribute|how to contribute|getting involved|license|licence|authors?|credits|acknowledge?ments?|references?|resources|links|useful links|further reading|see also|conclusion|summary|todo|changelog|faq|support|translations?|disclaimer|prior art|sponsors?|donate|community|related|notes?)$/i;

/** Parts that any repository has, whatever is in it. */
const OF_REPOSITORY =
  /^(?:table of contents|contents|index|toc|contributing|contributors|contribution|contribute|how to contribute|getting involved|license|licence|authors?|credits|acknowledge?ments?|references?|resources|links|useful links|further reading|see also|translations?|disclaimer|sponsors?|donate|community|related)$/i;

/** Is a heading a part of a manual, such as "Installation"? */
export function isManualPart(heading: string): boolean {
  return isStructure(heading) && !OF_REPOSITORY.test(visibleWords(heading));
}

/** Is a heading one that any document may have, such as "Installation"? */
export function isStructure(heading: string): boolean {
  return STRUCTURE.test(visibleWords(heading));
}
