// The time of Intl.Segmenter grows with the square of the text (200 kB of Thai: minutes, Node 20).
const LENGTH = 500;
/** What belongs to the character before it. */
const CONTINUES = /^(?:[\p{M}\p{Emoji_Modifier}\udc00-\udfff]|\u200c|\u200d)/u;
const MAX_CLUSTER_LENGTH = 50;

/** Cuts text into short stretches, not within a character. The stretches joined are the text. */
export function* stretchesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = endOfStretch(text, from + LENGTH);
    yield text.slice(from, end);
    from = end;
  }
}

function endOfStretch(text: string, wanted: number): number {
  for (let end = wanted; end < wanted + MAX_CLUSTER_LENGTH; end++) {
    if (end >= text.length) return text.length;
    if (!CONTINUES.test(text.slice(end, end + 2)) && text[end - 1] !== '\u200d') return end;
  }
  return wanted + MAX_CLUSTER_LENGTH;
}
