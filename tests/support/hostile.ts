/** Text that would do something to a terminal if it were sent as it is; `name` is looked for. */
export function hostile(name: string): string {
  return [
    `${name}`,
    '\u001b]0;OWNED\u0007', // title bar
    '\u001b]52;c;T1dORUQ=\u0007', // clipboard
    '\u001b]8;;file:///etc/passwd\u001b\\link\u001b]8;;\u001b\\', // hyperlink to a file
    '\u001b[2J\u001b[H\u001b[999C\u001b[?1049l', // cursor and screen
    '\u001bP+q544e\u001b\\\u001b_x\u001b\\\u001bc', // device control, application command, reset
    '\u009b2J\u009d0;OWNED\u009c\u0090x\u0085', // the same in C1
    '\u0007\b\u007f\r\u000e\u000b\u000c', // single controls
    '\u202eright to left\u2066\u2069\u061c\u200f\u2028\u2029', // order of text
    '\u200b\u200b\u200b\u200b\u2060\u2060\ufeff\ufeff', // zero-width flood
    '\u{e0041}\u{e0042}', // invisible tags
    'end',
  ].join(' ');
}

const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|[\u200b-\u200d\u2060-\u2064\ufeff]{3}/gu;

/** Returns every character of an output that would act on a terminal; line ends CRLF are fine. */
export function actingCharacters(output: string): string[] {
  return output.replaceAll('\r\n', '\n').match(UNSAFE) ?? [];
}

// What the review screen itself sends: styles, cursor to a place, erase, its modes, safe hyperlinks,
// the question for the background.
const OWN =
  /\u001b\[[\d;]*m|\u001b\[\d*(?:;\d+)?H|\u001b\[2?[JK]|\u001b\[\?(?:7|25|1049|2026|2004)[hl]|\u001b\]8;;(?:(?:https?:\/\/|mailto:)[\x21-\x7e]+)?\u001b\\|\u001b\]11;\?\u001b\\/g;

/** The same of what was sent to a real terminal by a screen of viva's. */
export function actingBesideOwn(output: string): string[] {
  return actingCharacters(output.replaceAll(OWN, ''));
}
