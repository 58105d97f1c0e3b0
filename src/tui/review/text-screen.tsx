import { Box, Text } from 'ink';
import { oneLine } from '../components/text.js';
import { Viewport } from '../components/viewport.js';
import type { Size } from '../terminal/run-screen.js';
import { Footer, KeyList } from './footer.js';
import { maxScroll, type TextLayout } from './layout.js';
import type { ScreenState } from './screen-state.js';

export interface TextScreenProps {
  readonly layout: TextLayout;
  readonly state: ScreenState;
  readonly size: Size;
}

/** Help, a module, links, or the summary: a title, lines that scroll, keys. */
export function TextScreen({ layout, state, size }: TextScreenProps) {
  const { title, lines, height, margin, keys } = layout;
  return (
    <Box flexDirection="column" width={size.columns}>
      <Box paddingX={1} height={1} overflow="hidden">
        <Text bold wrap="truncate">
          {oneLine(title)}
        </Text>
      </Box>
      <Text dimColor>{'─'.repeat(size.columns)}</Text>
      <Viewport lines={lines} scroll={state.scroll} height={height} margin={margin} />
      <Footer
        width={size.columns}
        above={state.scroll}
        below={maxScroll(layout) - state.scroll}
        message={state.message}
        keys={<KeyList keys={keys} width={size.columns} />}
        hints={null}
      />
    </Box>
  );
}
