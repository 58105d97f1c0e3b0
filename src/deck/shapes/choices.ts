const BOX = /^[ \t]*[-*+][ \t]+\[( |x|X)\][ \t]+/;

/** A body with task boxes for choices, divided. */
export interface Choices {
  /** All choices, none of them checked, and what stands above them. */
  readonly question: string;
  /** The checked choices, and what stands below them. */
  readonly answer: string;
}

/** Returns whether a text offers choices in task boxes, some of them checked and some not. */
export function offersChoices(text: string): boolean {
  if (!text.includes('[ ]') || !/\[x\]/i.test(text)) return false;
  const boxes = text.split('\n').flatMap((line) => BOX.exec(line)?.[1] ?? []);
  return boxes.includes(' ') && boxes.some((mark) => mark !== ' ');
}

/** Divides a body: the choices belong to the question, those that are checked are the answer. */
export function divideChoices(text: string): Choices {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => BOX.test(line));
  // A choice of several lines goes on up to the next blank one.
  let end = last + 1;
  while (end < lines.length && lines[end]?.trim() !== '') end++;
  const asked = lines
    .slice(0, end)
    .map((line) => line.replace(/(^[ \t]*[-*+][ \t]+)\[[xX]\]/, '$1[ ]'));
  const checked: string[] = [];
  let isChecked = false;
  for (const line of lines.slice(0, end)) {
    const mark = BOX.exec(line)?.[1];
    if (mark !== undefined) isChecked = mark !== ' ';
    if (isChecked) checked.push(line.replace(BOX, '- '));
  }
  const below = lines.slice(end).join('\n').trim();
  return {
    question: asked.join('\n').trimEnd(),
    answer: [checked.join('\n'), below].filter((part) => part !== '').join('\n\n'),
  };
}
