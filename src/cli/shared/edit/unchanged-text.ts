/** What is said where nothing was to do for so many cards, one at least. */
export function unchangedText(cards: number): string {
  return `Nothing was changed: the ${cards === 1 ? 'card is' : 'cards are'} like that already.`;
}
