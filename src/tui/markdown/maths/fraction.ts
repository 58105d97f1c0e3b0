/** A letter, number or word with its accents and scripts; a function with its argument. */
const SCRIPTS = '(?:[\\p{Lm}\\p{No}\\p{M}₊₋₌₍₎⁺⁻⁼⁽⁾′*]|[_^](?:[^()]|\\([^()]*\\)))*';
const ATOM = new RegExp(
  `^√?(?:[∂∇]?[\\p{Ll}\\p{Lu}\\p{Lo}∞]${SCRIPTS}|[\\p{Nd}.,]+${SCRIPTS})(?:\\([^()]*\\))?$`,
  'u',
);
const WORD = new RegExp(`^\\p{L}+${SCRIPTS}(?:\\([^()]*\\))?$`, 'u');
const PRODUCT = /^[\p{L}\p{N}\p{M}.,′√∂∇_^₊₋₌₍₎⁺⁻⁼⁽⁾]+$/u;
const PARENTHESES = /^√?\([^()]*\)$/;

/** Returns a fraction on one line, with parentheses where it would else be read another way. */
export function fraction(above: string, below: string): string {
  const top = isAtom(above) || WORD.test(above) || PRODUCT.test(above) ? above : `(${above})`;
  return `${top}/${isAtom(below) ? below : `(${below})`}`;
}

/** Returns text as one factor: in parentheses where it is more than one thing. */
export function factor(text: string): string {
  return isAtom(text) ? text : `(${text})`;
}

/** Returns a root; `degree` is empty for a square root. */
export function root(degree: string, inside: string): string {
  const bare = isAtom(inside) && !inside.endsWith(')') && !inside.startsWith('√');
  return `${degree}√${bare || PARENTHESES.test(inside) ? inside : `(${inside})`}`;
}

/** Whether text is one thing, which no sign beside it can pull apart. */
function isAtom(text: string): boolean {
  return ATOM.test(text) || PARENTHESES.test(text);
}
