import { once } from '../once.js';

// Most text is made of these alone, viva's own signs among them, and then the other expressions,
// which cost a start of viva more than a millisecond, are not needed.
const PLAIN =
  /^[\t\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u25ff\u2605\u2606]*$/;

// Characters that steer a terminal or reorder text. Tab and newline are text.
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
const unsafeRun = once(() => new RegExp(`(?:${UNSAFE.source})+`, 'gu'));

// One joiner belongs to many emoji and scripts; a flood of them only hides text or costs time.
const ZERO_WIDTH_FLOOD = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]{3,}/gu;
/** All of these characters, to be written in another way. */
export const unsafeOrFlood = once(
  () => new RegExp(`${UNSAFE.source}|${ZERO_WIDTH_FLOOD.source}`, 'gu'),
);
const markFlood = once(() => /(\p{M}{6})\p{M}+/gu);
const maybeFlood = once(() => /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]{3}|\p{M}{7}/u);

/**
 * Returns text that is safe to send to a terminal: control characters, escape
 * sequences, bidirectional overrides and floods of zero-width characters come
 * out as visible marks. Text without any comes back as it is.
 */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  let safe = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
  if (UNSAFE.test(safe)) safe = safe.replaceAll(unsafeRun(), markRun);
  if (!maybeFlood().test(safe)) return safe;
  return safe
    .replaceAll(ZERO_WIDTH_FLOOD, (run) => `⟦zero-width ×${run.length}⟧`)
    .replaceAll(markFlood(), '$1');
}

/** The same on one line: line breaks and tabs become blanks. */
export function visibleLine(text: string): string {
  return visibleText(text.replaceAll(/\s+/g, ' ').trim());
}

// What colours and styles are made of; a terminal does nothing else on it.
const STYLE_OR_UNSAFE = new RegExp(`\\u001b\\[[\\d;]*m|(?:${UNSAFE.source})`, 'gu');

/** Makes text visible but for the styles that viva itself has put into it. */
export function visibleButStyles(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.replaceAll(STYLE_OR_UNSAFE, (found) =>
    found.endsWith('m') && found.length > 1 ? found : markRun(found),
  );
}

/** One character, or the same one many times over; C0 controls have pictures of their own. */
const SAME = /([^\u0000-\u007f])\1{3,999}|[\s\S]/gu;

function markRun(run: string): string {
  return run.replaceAll(SAME, (same) => {
    const code = same.codePointAt(0) ?? 0;
    // U+2400 holds a picture for each C0 control, U+2421 the one for DEL.
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    const count = same.length / String.fromCodePoint(code).length;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return count > 1 ? `⟦${name} ×${count}⟧` : `⟦${name}⟧`;
  });
}
