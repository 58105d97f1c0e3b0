import type { DeckModule } from '../../src/model/module.js';
import type { Name } from './figures-in.d.mts';

export function sentencesOf(
  module: DeckModule,
  source: string,
): {
  readonly card: string;
  readonly line: number;
  readonly text: string;
  readonly before: Name | null;
}[];
