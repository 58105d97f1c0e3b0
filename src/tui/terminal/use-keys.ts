import { type Key, useInput } from 'ink';
import { useState } from 'react';
import { PasteReader } from './paste-reader.js';

/** Who takes keys: one event of Ink at a time; a paste comes whole. */
export interface KeyTaker {
  input(input: string, key: Key): void;
  paste(text: string): void;
}

/** Hands keys and pastes to the controller. */
export function useKeys(taker: KeyTaker): void {
  const [reader] = useState(() => new PasteReader(taker));
  useInput((input, key) => reader.take(input, key));
}
