import { useInput } from 'ink';
import { useState } from 'react';
import { type KeyTaker, PasteReader } from './paste-reader.js';

/** Hands keys and pastes to the controller. */
export function useKeys(taker: KeyTaker): void {
  const [reader] = useState(() => new PasteReader(taker));
  useInput((input, key) => reader.take(input, key));
}
