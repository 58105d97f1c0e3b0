import { Box, Text, Transform, useIsScreenReaderEnabled } from 'ink';

/** So many lines of a text from `scroll` on. The lines are drawn as they are. */
export function Viewport({
  lines,
  scroll,
  height,
  margin,
}: {
  lines: readonly string[];
  scroll: number;
  height: number;
  margin: number;
}) {
  const isRead = useIsScreenReaderEnabled();
  const line = (row: number) => lines[scroll + row] ?? '';
  return (
    <Box height={height} paddingLeft={margin} overflow="hidden">
      {isRead ? (
        <Text>{Array.from({ length: height }, (_, row) => line(row)).join('\n')}</Text>
      ) : (
        // Ink lays out as many empty rows; the lines, which fit, come into them when it writes.
        <Transform
          transform={(_, row) => line(row)}
        >{` ${'\n'.repeat(Math.max(0, height - 1))}`}</Transform>
      )}
    </Box>
  );
}
