/** The number or letter that a list puts before its questions. */
export interface Prefix {
  readonly kind: 'letter' | 'number';
  readonly number: number | null;
  /** What follows it. */
  readonly rest: string;
}

const LETTER =
  /^(?:Q|Ques?|Question|Frage|Pregunta|Pergunta|Вопрос|问题|問題|題目|题目|質問|질문)\s?\.?\s?#?(\d{0,5})\s?\\?[.:)：、．\-–—]\s*/iu;
const LETTER_BARE = /^Q\.?\s?(\d{1,5})\s+/;
const NUMBER = /^[([]?(\d{1,5})\s?(?:\\?[.:)\]]|\s?[-–—]\s|[、．：）])[.)]?\s*/;
/** What begins so begins as no other form does: most counts do. */
const PLAIN_NUMBER = /^\d{1,5}[.:)](?!\d)/;
/** `1.2 text`, `1.2. text`: the last number counts within its section. */
const DOTTED = /^(?:\d{1,3}\.){1,3}(\d{1,3})(?:\.(?=\s)|\)|(?=\s))\s*/;
/** `1️⃣`, `1️⃣2️⃣`, `🔟`. */
const KEYCAPS = /^((?:\d\uFE0F?\u20E3){1,4}|🔟)\s*[.:)]?\s*/u;
/** `iv.`; of one letter only those that begin a count. */
const ROMAN = /^(?:x{0,3}(?:ix|iv|vi{1,3}|ii{1,2})|x{1,3}[iv]?|[iv])[.)]\s+/i;
/** With what any of these begins: most texts have none, which one look tells. */
const MAY_COUNT = /^[QFPВ\dXVI([🔟问問題题質질]/iu;
/** `[[↑]](#toc)`: no letter is in it. */
const LEADING_LINK = /^\s*\[\[?[^\p{L}\p{N}\]]{1,8}\]?\]\(#[^)\n]{0,100}\)\s*/u;
const ANCHOR = /^(?:<a\b[^<>]{0,300}>\s*(?:<\/a>)?\s*)+/i;

/** Reads the prefix of a question's first line; null where it has none. */
export function prefixOf(text: string): Prefix | null {
  const bare = unsigned(withoutAnchor(text).replace(/^\*\*|^__/, ''));
  if (PLAIN_NUMBER.test(bare)) return numberOf(NUMBER.exec(bare), bare);
  if (!MAY_COUNT.test(bare)) return null;
  const letter = LETTER.exec(bare) ?? LETTER_BARE.exec(bare);
  if (letter !== null) return found('letter', letter[1], bare.slice(letter[0].length));
  const keycaps = KEYCAPS.exec(bare);
  if (keycaps !== null) {
    const digits = keycaps[1] === '🔟' ? '10' : keycaps[1]?.replaceAll(/\D/g, '');
    return found('number', digits, bare.slice(keycaps[0].length));
  }
  const roman = ROMAN.exec(bare);
  if (roman !== null) return found('number', undefined, bare.slice(roman[0].length));
  return numberOf(DOTTED.exec(bare) ?? NUMBER.exec(bare), bare);
}

function numberOf(number: RegExpExecArray | null, text: string): Prefix | null {
  return number === null ? null : found('number', number[1], text.slice(number[0].length));
}

/** Pictures before the number: `📌 Q1:`. */
const SIGN = /^(?:(?![🔟])\p{Extended_Pictographic}[\uFE0F\u200D]?\s*)+(?=\S)/u;
const unsigned = (text: string) => (text.charCodeAt(0) > 0x2000 ? text.replace(SIGN, '') : text);

function found(kind: Prefix['kind'], digits: string | undefined, rest: string): Prefix | null {
  const number = digits === undefined || digits === '' ? null : Number(digits);
  return rest.trim() === '' ? null : { kind, number, rest };
}

/** Takes off the anchors of a heading, `<a name="…"></a>`, and a link back before its text. */
export function withoutAnchor(text: string): string {
  if (/^[^\s<[]/.test(text)) return text;
  const bare = text.replace(LEADING_LINK, '').replace(ANCHOR, '').trimStart();
  return /^<a\b/i.test(text.trimStart().replace(LEADING_LINK, '')) || bare !== text
    ? bare.replace(/<\/a>\s*$/i, '').trimEnd()
    : bare;
}
