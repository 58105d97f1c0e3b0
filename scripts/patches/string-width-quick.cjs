// Stands for the package string-width within the bundle. Loading that package costs a third of
// `viva due` (its regular expression for emoji alone takes 70 ms to compile), and most text needs
// none of its care: here letters, signs and single wide characters are counted by the same table,
// and the package is loaded only for text with marks, joiners, links and the like.
const { eastAsianWidth } = require('get-east-asian-width');

// Ranges whose characters always stand alone: no marks, joiners, variation selectors, modifiers,
// jamo or controls. Inclusive, ascending.
const PLAIN = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x20bf],
  [0x2100, 0x2bff],
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x30a0, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0x1f300, 0x1f3fa],
  [0x1f400, 0x1faff],
];

// Colours and other styles take no columns.
const COLOURS = /\u001b\[[\d;]*m/g;

/** Columns the text takes in a terminal: what string-width says, sooner. */
module.exports = function quickStringWidth(text, options) {
  if (typeof text !== 'string' || text === '') return 0;
  if (options === undefined) {
    const width = plainWidth(text.includes('\u001b') ? text.replace(COLOURS, '') : text);
    if (width >= 0) return width;
  }
  return require('string-width').default(text, options);
};

// -1 where a character may join with others.
function plainWidth(text) {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit <= 0x7e) {
      width++;
      continue;
    }
    const code = text.codePointAt(at);
    if (!isPlain(code)) return -1;
    if (code > 0xffff) at++;
    width += eastAsianWidth(code);
  }
  return width;
}

function isPlain(code) {
  for (const [from, to] of PLAIN) {
    if (code <= to) return code >= from;
  }
  return false;
}
