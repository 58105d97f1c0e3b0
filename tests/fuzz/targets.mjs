import { archive } from './targets/archive.mjs';
import { convert } from './targets/convert.mjs';
import { file } from './targets/file.mjs';
import { html } from './targets/html.mjs';
import { lists } from './targets/lists.mjs';
import { markdown } from './targets/markdown.mjs';
import { ankiPackage } from './targets/package.mjs';
import { parser } from './targets/parser.mjs';
import { query } from './targets/query.mjs';
import { salvage } from './targets/salvage.mjs';

/**
 * What is fuzzed. A target has a `name`; its `share` of the inputs; `sources`, the functions it
 * needs by name, each from a source file (`file#export` where the export has another name); its
 * `seeds` and `tokens`, from which inputs are made, of pieces of seeds or where `whole` is true of
 * whole ones; and `check`, which throws where a law breaks.
 */
export const TARGETS = [
  parser,
  salvage,
  lists,
  file,
  query,
  markdown,
  html,
  archive,
  ankiPackage,
  convert,
];
