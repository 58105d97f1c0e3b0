import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { AnswerParts } from '../../model/answer-parts.js';
import { Viewport } from '../components/viewport.js';
import type { Size } from '../terminal/run-screen.js';
import { tickNote } from './answer-side.js';
import type { Body } from './body.js';
import { Footer } from './footer.js';
import { maxScroll } from './layout.js';
import type { ScreenState } from './screen-state.js';

interface QuestionFrameProps {
  readonly layout: {
    readonly body: Body;
    readonly height: number;
    readonly margin: number;
    readonly hintsShown: boolean;
  };
  readonly state: ScreenState;
  readonly size: Size;
  /** The parts of the answer that is shown; null where none is, or has none. */
  readonly parts: AnswerParts | null;
  readonly header: ReactNode;
  readonly keys: ReactNode;
  /** The most useful first. */
  readonly hints: readonly string[];
}

/** A question or an answer with what stands above and below it: review and interview look alike. */
export function QuestionFrame(props: QuestionFrameProps) {
  const { layout, state, size, parts, header, keys, hints } = props;
  return (
    <Box flexDirection="column" width={size.columns}>
      {header}
      <Viewport
        lines={layout.body.lines}
        scroll={state.scroll}
        height={layout.height}
        margin={layout.margin}
      />
      <Footer
        width={size.columns}
        above={state.scroll}
        below={maxScroll(layout) - state.scroll}
        message={state.message}
        note={tickNote(parts, state)}
        keys={keys}
        hints={layout.hintsShown ? hints : null}
      />
    </Box>
  );
}
