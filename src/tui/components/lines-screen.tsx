import { Box, Text } from 'ink';
import { useSyncExternalStore } from 'react';
import type { KeyTaker } from '../terminal/paste-reader.js';
import { useKeys } from '../terminal/use-keys.js';

/** Who draws every row of the screen as a line, and takes the keys. */
export interface LinesController extends KeyTaker {
  readonly subscribe: (listener: () => void) => () => void;
  readonly frame: () => { readonly lines: readonly string[] };
}

/** A screen of lines: keys go to the controller, its frames are what is drawn. */
export function LinesScreen({ controller }: { controller: LinesController }) {
  const { lines } = useSyncExternalStore(controller.subscribe, controller.frame);
  useKeys(controller);
  const rows = lines.map((line, row) => ({ row, line: line === '' ? ' ' : line }));
  return (
    <Box flexDirection="column" height={lines.length} overflow="hidden">
      {rows.map(({ row, line }) => (
        <Text key={row} wrap="truncate">
          {line}
        </Text>
      ))}
    </Box>
  );
}
