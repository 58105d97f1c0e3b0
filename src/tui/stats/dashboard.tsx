import { Box, Text } from 'ink';
import { useSyncExternalStore } from 'react';
import { useKeys } from '../terminal/use-keys.js';
import type { DashboardController } from './controller.js';

/** The dashboard: keys go to the controller, its frames are what is drawn. */
export function Dashboard({ controller }: { controller: DashboardController }) {
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
