import { visibleLine } from '../../model/text/visible.js';

const MAX_LENGTH = 300;

/** Returns the line of git's messages that says what was wrong, fit for a terminal. */
export function gitSentence(output: string): string {
  const lines = output
    .split(/[\r\n]+/)
    .map((line) => visibleLine(line))
    .filter(Boolean);
  const telling =
    lines.find((line) => /^ssh: |permission denied|host key verification/i.test(line)) ??
    // What the other side refused says more than that it did.
    lines.find((line) => /^remote: (fatal|error): /.test(line)) ??
    lines.find((line) => /^(fatal|error): /.test(line) && !/^error: failed to push/.test(line)) ??
    lines.find((line) => /^(remote|ssh|fatal|error)\b/.test(line)) ??
    lines.at(-1) ??
    'it gave no reason';
  return telling
    .replace(/^((fatal|error|remote): )+/, '')
    .replace(/[.:\s]+$/, '')
    .slice(0, MAX_LENGTH);
}
