import { Box, Text } from 'ink';
import { starText } from '../../model/text/stars.js';
import { questionAt } from '../../review/interview.js';
import { oneLine } from '../components/text.js';
import type { Size } from '../terminal/run-screen.js';
import type { Countdown } from './clock.js';
import type { QuestionLayout } from './layout.js';

/** Columns from which clocks are explained. */
const ROOMY = 60;
const TONES = { calm: 'green', soon: 'yellow', over: 'red' } as const;

/** The clocks, where the question is from, and how much of its time is used. */
export function InterviewHeader({ layout, size }: { layout: QuestionLayout; size: Size }) {
  return (
    <Box flexDirection="column" width={size.columns}>
      <ClockRow layout={layout} size={size} />
      <PlaceRow layout={layout} />
      <TimeBar width={size.columns} countdown={layout.clocks.question} />
    </Box>
  );
}

// The clocks come first and after ASCII alone: so that a tick writes their digits only.
function ClockRow({ layout, size }: { layout: QuestionLayout; size: Size }) {
  const { clocks, view } = layout;
  const { interview } = view;
  const { question, inAll } = clocks;
  const isRoomy = size.columns >= ROOMY;
  const stands = interview.phase === 'answer';
  return (
    <Box justifyContent="space-between" paddingX={1} height={1} overflow="hidden">
      <Text wrap="truncate">
        <Text bold color={TONES[question.tone]}>
          {question.text}
        </Text>
        <Text dimColor>{isRoomy ? ` ${ofWhole(question)}   total ` : '  total '}</Text>
        <Text {...(inAll.tone === 'over' ? { color: 'red' } : {})}>{inAll.text}</Text>
        {isRoomy ? <Text dimColor> {ofWhole(inAll)}</Text> : null}
        {interview.phase === 'follow-up' && isRoomy ? <Text dimColor>, follow-up</Text> : null}
        {stands && isRoomy ? <Text dimColor>, clock stopped</Text> : null}
      </Text>
      <Box flexShrink={0} marginLeft={1}>
        <Text>
          {layout.isRecording || !isRoomy ? null : <Text color="magenta">not recorded </Text>}
          {questionAt(interview) + 1}/{interview.questions.length}
        </Text>
      </Box>
    </Box>
  );
}

function ofWhole({ tone, whole }: Countdown): string {
  return tone === 'over' ? `over ${whole}` : `of ${whole}`;
}

function PlaceRow({ layout }: { layout: QuestionLayout }) {
  const { card } = layout.view.record;
  const { emoji, title, part } = card.module;
  const companies = oneLine(card.companies.join(', '));
  return (
    <Box justifyContent="space-between" paddingX={1} height={1} overflow="hidden">
      <Box flexShrink={1} overflow="hidden">
        <Text wrap="truncate">
          <Text bold>
            {emoji === '' ? '' : `${oneLine(emoji)} `}
            {oneLine(title)}
          </Text>
          {part === '' ? null : <Text dimColor> · {oneLine(part)}</Text>}
          {companies === '' ? null : <Text dimColor> · {companies}</Text>}
        </Text>
      </Box>
      <Box flexShrink={0} marginLeft={1}>
        <Text color="yellow">{layout.starsShown ? starText(card.stars) : ''}</Text>
      </Box>
    </Box>
  );
}

function TimeBar({ width, countdown }: { width: number; countdown: Countdown }) {
  const used = Math.min(width, Math.floor(width * countdown.share));
  // One colour: so that a tick writes one cell at most.
  return <Text color={TONES[countdown.tone]}>{'─'.repeat(used) + '━'.repeat(width - used)}</Text>;
}
