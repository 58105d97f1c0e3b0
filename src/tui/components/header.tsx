import { Box, Text } from 'ink';
import stringWidth from 'string-width';
import { type Progress, progressText } from '../../review/progress.js';

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
  readonly progress: Progress;
  /** How much of the session, or of the plan's time today, is done: 0..1. */
  readonly share: number;
  /** How the plan in force stands, at most as long as `planWidth` gives; empty for none. */
  readonly plan: string;
  readonly counts: { readonly fresh: number; readonly learning: number; readonly due: number };
}

/** Columns from which the counts are named. */
const ROOMY = 72;
/** Columns below which the plan gets no place, and those that the bar beside it keeps. */
const PLAN_FROM = 48;
const MIN_BAR_WIDTH = 8;

/** Columns that the header has for the plan, beside the bar; 0 for none. */
export function planWidth(columns: number): number {
  return columns < PLAN_FROM ? 0 : columns - MIN_BAR_WIDTH - 2;
}

/** Where the card is from, how far the session is, what is left of it. */
export function Header(props: HeaderProps) {
  const { width, emoji, title, progress, share, cram, flagged, plan } = props;
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
            {progressText(progress)}
          </Text>
        }
      />
      <Row left={<Place {...props} />} right={<Counts {...props} />} />
      {plan === '' ? (
        <Bar width={width} share={share} />
      ) : (
        <Box height={1} overflow="hidden">
          <Bar width={width - stringWidth(plan) - 2} share={share} />
          <Text color="magenta"> {plan} </Text>
        </Box>
      )}
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

function Bar({ width, share }: { width: number; share: number }) {
  const filled = Math.round(width * Math.min(1, share));
  return (
    <Text>
      <Text color="cyan">{'━'.repeat(filled)}</Text>
      <Text dimColor>{'─'.repeat(width - filled)}</Text>
    </Text>
  );
}
