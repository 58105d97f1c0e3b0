import { Box, type Key, Text, Transform, useInput, useIsScreenReaderEnabled } from 'ink';
import { useState, useSyncExternalStore } from 'react';
import { type KeyTaker, PasteReader } from '../terminal/paste-reader.js';

/** Who draws every row of the screen as a line, and takes the keys. */
export interface LinesController extends KeyTaker {
  readonly subscribe: (listener: () => void) => () => void;
  readonly frame: () => { readonly lines: readonly string[] };
}

/**
 * A screen of lines: keys go to the controller, its frames are what is drawn. Ink lays out as many
 * empty rows, once for a size, and the lines come into them when it writes: they fit already.
 */
export function LinesScreen({ controller }: { controller: LinesController }) {
  const { lines } = useSyncExternalStore(controller.subscribe, controller.frame);
  // One function for good: at another, Ink would end listening and begin anew with each frame.
  const [takeKey] = useState(() => {
    const reader = new PasteReader(controller);
    return (input: string, key: Key) => reader.take(input, key);
  });
  useInput(takeKey);
  if (useIsScreenReaderEnabled()) return <Text>{lines.join('\n')}</Text>;
  return (
    <Box height={lines.length} overflow="hidden">
      <Transform transform={(_, row) => lines[row] ?? ''}>
        {` ${'\n'.repeat(Math.max(0, lines.length - 1))}`}
      </Transform>
    </Box>
  );
}
