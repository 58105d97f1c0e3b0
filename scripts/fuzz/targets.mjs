import { file } from './targets/file.mjs';
import { markdown } from './targets/markdown.mjs';
import { parser } from './targets/parser.mjs';
import { query } from './targets/query.mjs';
import { salvage } from './targets/salvage.mjs';

/**
 * What is fuzzed. A target has a `name`; its `share` of the inputs; `sources`, the functions it
 * needs by name, each from a source file (`file#export` where the export has another name); its
 * `seeds` and `tokens`, from which inputs are made; and `check`, which throws where a law breaks.
 */
export const TARGETS = [parser, salvage, file, query, markdown];
