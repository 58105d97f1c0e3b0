import { Box, Text } from 'ink';
import { RATINGS, type Rating } from '../../model/rating.js';
import type { Outcome } from '../../schedule/preview.js';
import { oneLine } from '../components/text.js';
import { fitHints, fitKeys, type KeyHint, ratingRow, SEPARATOR } from './fit-keys.js';
import type { Message } from './screen-state.js';

const RATING_COLORS: Readonly<Record<Rating, string>> = {
  1: 'red',
  2: 'yellow',
  3: 'green',
  4: 'blue',
};

export interface FooterProps {
  readonly width: number;
  /** Lines hidden below and above the part of the body that shows. */
  readonly below: number;
  readonly above: number;
  readonly message: Message | null;
  readonly keys: React.ReactNode;
  /** What the points ticked suggest; left out for nothing. */
  readonly note?: string | null | undefined;
  /** A second line of keys, where there is room for one. */
  readonly hints: readonly string[] | null;
}

/** Columns beside the keys. */
const PADDING = 2;

/** A rule that tells of hidden lines or carries a message, and the keys. */
export function Footer({ width, below, above, message, note, keys, hints }: FooterProps) {
  return (
    <Box flexDirection="column" width={width}>
      <FooterRule width={width} below={below} above={above} message={message} note={note} />
      <Box paddingX={1} height={1} overflow="hidden">
        {keys}
      </Box>
      {hints === null ? null : (
        <Box paddingX={1} height={1} overflow="hidden">
          <Text dimColor wrap="truncate">
            {fitHints(hints, width - PADDING)}
          </Text>
        </Box>
      )}
    </Box>
  );
}

function FooterRule({
  width,
  below,
  above,
  message,
  note = null,
}: Omit<FooterProps, 'keys' | 'hints'>) {
  if (message !== null) {
    return (
      <Box paddingX={1} height={1} overflow="hidden">
        <Text
          wrap="truncate"
          {...(message.tone === 'error' ? { color: 'red' } : { color: 'cyan' })}
        >
          {oneLine(message.text)}
        </Text>
      </Box>
    );
  }
  const parts = [above > 0 ? `↑ ${above}` : '', below > 0 ? `↓ ${below} more` : ''];
  const label = parts.filter(Boolean).join(' · ');
  const tail = label === '' ? '' : ` ${label} ──`;
  if (note !== null) {
    const short = parts.filter(Boolean).join(' ').replaceAll(' more', '');
    const room = width - note.length - 4;
    return <NotedRule width={width} note={note} tail={tail.length > room ? ` ${short}` : tail} />;
  }
  return <Text dimColor>{`${'─'.repeat(Math.max(0, width - tail.length))}${tail}`}</Text>;
}

function NotedRule({ width, note, tail }: { width: number; note: string; tail: string }) {
  const filled = Math.max(0, width - note.length - 4 - tail.length);
  return (
    <Text wrap="truncate">
      <Text dimColor>── </Text>
      <Text color="cyan">{note}</Text>
      <Text dimColor>{` ${'─'.repeat(filled)}${tail}`}</Text>
    </Text>
  );
}

interface RatingKeysProps {
  readonly preview: Readonly<Record<Rating, Outcome>> | null;
  readonly width: number;
  /** Names the key of the help, where no other line does. */
  readonly asksHelp: boolean;
}

/** The four ratings, each with the interval it leads to, where that is known and there is room. */
export function RatingKeys({ preview, width, asksHelp }: RatingKeysProps) {
  const { names, intervals, separator, help } = ratingRow(preview, width - PADDING, asksHelp);
  return (
    <Text wrap="truncate">
      {RATINGS.map((rating, at) => (
        <Text key={rating}>
          {at === 0 ? '' : separator}
          <Text bold color={RATING_COLORS[rating]}>
            {names[at]}
          </Text>
          {intervals[at]}
        </Text>
      ))}
      {help === '' ? '' : `${separator}${help}`}
    </Text>
  );
}

/** Keys as `key meaning` pairs with dots between, as many as there is room for. */
export function KeyList({ keys, width }: { keys: readonly KeyHint[]; width: number }) {
  return (
    <Text wrap="truncate">
      {fitKeys(keys, width - PADDING).map(([key, meaning], at) => (
        <Text key={key}>
          {at === 0 ? '' : SEPARATOR}
          <Text bold>{key}</Text>
          {meaning === '' ? '' : ` ${meaning}`}
        </Text>
      ))}
    </Text>
  );
}
