import { Box, Text } from 'ink';

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
  const shown = Array.from({ length: height }, (_, row) => ({
    row,
    line: lines[scroll + row] ?? '',
  }));
  return (
    <Box flexDirection="column" height={height} paddingLeft={margin} overflow="hidden">
      {shown.map(({ row, line }) => (
        <Text key={row} wrap="truncate">
          {line === '' ? ' ' : line}
        </Text>
      ))}
    </Box>
  );
}
