import { Box, Text } from 'ink';

export interface HeaderProps {
  readonly width: number;
  readonly emoji: string;
  readonly title: string;
  readonly part: string;
  /** Null while the stars are hidden. */
  readonly stars: string | null;
  readonly companies: string;
  readonly flagged: boolean;
  /** Something is wrong with the card's text. */
  readonly defect: boolean;
  readonly cram: boolean;
  readonly done: number;
  readonly total: number;
  readonly counts: { readonly fresh: number; readonly learning: number; readonly due: number };
}

/** Columns from which the counts are named. */
const ROOMY = 72;

/** Where the card is from, how far the session is, what is left of it. */
export function Header(props: HeaderProps) {
  const { width, emoji, title, done, total, cram, flagged } = props;
  return (
    <Box flexDirection="column" width={width}>
      <Row
        left={
          <Text wrap="truncate" bold>
            {emoji === '' ? '' : `${emoji} `}
            {title}
            {flagged ? <Text color="yellow"> ⚑</Text> : null}
          </Text>
        }
        right={
          <Text>
            {cram ? <Text color="magenta">cram </Text> : null}
            {done + 1}/{total}
          </Text>
        }
      />
      <Row left={<Place {...props} />} right={<Counts {...props} />} />
      <Progress width={width} share={total === 0 ? 0 : done / total} />
    </Box>
  );
}

function Row({ left, right }: { left: React.ReactNode; right: React.ReactNode }) {
  return (
    <Box justifyContent="space-between" paddingX={1} height={1} overflow="hidden">
      <Box flexShrink={1} overflow="hidden">
        {left}
      </Box>
      <Box flexShrink={0} marginLeft={1}>
        {right}
      </Box>
    </Box>
  );
}

function Place({ part, stars, companies, defect }: HeaderProps) {
  return (
    <Text wrap="truncate">
      {part === '' ? null : <Text dimColor>{part} · </Text>}
      {stars === null ? null : <Text color="yellow">{stars}</Text>}
      {companies === '' ? null : (
        <Text dimColor>
          {stars === null ? '' : ' · '}
          {companies}
        </Text>
      )}
      {defect ? <Text color="yellow"> · text cut off</Text> : null}
    </Text>
  );
}

function Counts({ counts, width }: HeaderProps) {
  const named = width >= ROOMY;
  return (
    <Text>
      <Text color="blue">{named ? `${counts.fresh} new` : counts.fresh}</Text>
      <Text dimColor> · </Text>
      <Text color="red">{named ? `${counts.learning} learning` : counts.learning}</Text>
      <Text dimColor> · </Text>
      <Text color="green">{named ? `${counts.due} due` : counts.due}</Text>
    </Text>
  );
}

function Progress({ width, share }: { width: number; share: number }) {
  const filled = Math.round(width * Math.min(1, share));
  return (
    <Text>
      <Text color="cyan">{'━'.repeat(filled)}</Text>
      <Text dimColor>{'─'.repeat(width - filled)}</Text>
    </Text>
  );
}
