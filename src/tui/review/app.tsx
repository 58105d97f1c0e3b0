import { Box } from 'ink';
import { useSyncExternalStore } from 'react';
import { useKeys } from '../terminal/use-keys.js';
import { CardScreen } from './card-screen.js';
import type { ReviewController } from './controller.js';
import { TextScreen } from './text-screen.js';

/** The review: keys go to the controller, its snapshots are what is drawn. */
export function ReviewApp({ controller }: { controller: ReviewController }) {
  const snapshot = useSyncExternalStore(controller.subscribe, controller.snapshot);
  useKeys(controller);
  const { size, layout, state } = snapshot;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      {layout.kind === 'card' ? (
        <CardScreen layout={layout} state={state} size={size} />
      ) : (
        <TextScreen layout={layout} state={state} size={size} />
      )}
    </Box>
  );
}
