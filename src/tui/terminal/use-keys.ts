import { type Key, useInput } from 'ink';
import { useState } from 'react';
import { type KeyTaker, PasteReader } from './paste-reader.js';

/** Hands keys and pastes to the controller. */
export function useKeys(taker: KeyTaker): void {
  // One function for good: at another, Ink would end listening and begin anew with each frame.
  const [take] = useState(() => {
    const reader = new PasteReader(taker);
    return (input: string, key: Key) => reader.take(input, key);
  });
  useInput(take);
}
