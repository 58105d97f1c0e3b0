const SUPER = zip(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤⊺′*∗βγδθφχ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀᵀ′**ᵝᵞᵟᶿᵠᵡ',
);
const SUB = zip('0123456789+-−=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');

/** Raises text, or writes `^(…)` where Unicode lacks a raised form of part of it. */
export function superscript(text: string): string {
  return script(text.trim(), SUPER, '^');
}

/** Lowers text, or writes `_(…)` where Unicode lacks a lowered form of part of it. */
export function subscript(text: string): string {
  return script(text.trim(), SUB, '_');
}

function script(text: string, table: ReadonlyMap<string, string>, mark: string): string {
  const letters = [...text].filter((letter) => letter !== ' ');
  if (letters.length === 0) return '';
  const moved = letters.map((letter) => table.get(letter));
  if (moved.every((letter) => letter !== undefined)) return moved.join('');
  return letters.length === 1 ? `${mark}${text}` : `${mark}(${text})`;
}

function zip(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((letter, at) => [letter, targets[at] ?? letter]));
}
