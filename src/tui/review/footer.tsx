import { Box, Text } from 'ink';
import { RATING_NAMES, RATINGS, type Rating } from '../../model/rating.js';
import { intervalText } from '../../schedule/interval-text.js';
import type { Outcome } from '../../schedule/preview.js';
import { oneLine } from '../components/text.js';
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
  readonly hints: string | null;
}

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
            {hints}
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
  if (note !== null) return <NotedRule width={width} note={note} tail={tail} />;
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

/** The four ratings, each with the interval it leads to, where that is known. */
export function RatingKeys({ preview }: { preview: Readonly<Record<Rating, Outcome>> | null }) {
  return (
    <Text wrap="truncate">
      {RATINGS.map((rating) => (
        <Text key={rating}>
          {rating === 1 ? '' : ' · '}
          <Text bold color={RATING_COLORS[rating]}>
            {rating} {RATING_NAMES[rating]}
          </Text>
          {preview === null ? '' : ` ${intervalText(preview[rating])}`}
        </Text>
      ))}
    </Text>
  );
}

/** Keys as `key meaning` pairs with dots between. */
export function KeyList({ keys }: { keys: readonly (readonly [string, string])[] }) {
  return (
    <Text wrap="truncate">
      {keys.map(([key, meaning], at) => (
        <Text key={key}>
          {at === 0 ? '' : ' · '}
          <Text bold>{key}</Text> {meaning}
        </Text>
      ))}
    </Text>
  );
}
