import { setImmediate } from 'node:timers/promises';
import type { ReviewDesk } from '../../app/review/desk.js';
import { LinesScreen } from '../components/lines-screen.js';
import { prepareHighlighter } from '../markdown/highlight.js';
import type { ScreenColors } from '../terminal/background.js';
import { runScreen, type TerminalPorts } from '../terminal/run-screen.js';
import type { EndSignal } from '../terminal/screen.js';
import { ReviewController } from './controller.js';
import type { ControllerPorts } from './ports.js';

/** What of the controller's ports the caller gives; the terminal has the rest. */
export type ReviewScreenPorts = Omit<ControllerPorts, keyof TerminalPorts> & {
  readonly screenReader: boolean;
  /** Frees what starting has left behind, before V8 would do it under a key. */
  readonly tidyUp: () => void;
  readonly colors: ScreenColors;
  /** What the next frame waits for; see `ScreenOptions`. */
  readonly pending: () => Promise<void> | null;
};

/** V8 compiles what has run a few times: then no key of the person's waits for that. */
const REHEARSALS = 4;

/** How often is looked for what changes elsewhere while nobody strikes a key, ms. */
const WATCH_MS = 10_000;

/**
 * Does behind the first frame what neither it nor a key should wait for: a rating is rehearsed, the
 * colours of code are loaded, then frames and ratings are rehearsed again, also between the first keys. Each
 * piece takes some milliseconds, keys are heard between two, and no frame that waits for the disk waits for one.
 */
async function makeReady(
  controller: ReviewController,
  pending: ReviewScreenPorts['pending'],
): Promise<void> {
  // Where it fails, the frame that waits for it says so.
  const settled = async () => pending()?.catch(() => {});
  await setImmediate();
  controller.prepare();
  await setImmediate();
  await prepareHighlighter();
  for (let time = 1; time < REHEARSALS; time++) {
    await settled();
    controller.refresh();
    await setImmediate();
    await settled();
    controller.prepare();
    await setImmediate();
  }
}

/** Shows the review in the terminal; see `runScreen`. */
export function startReview(desk: ReviewDesk, ports: ReviewScreenPorts): Promise<EndSignal | null> {
  return runScreen(
    (terminal) => {
      const controller = new ReviewController(desk, { ...ports, ...terminal });
      // Behind the first frame it would hold up a key that is struck at once.
      ports.tidyUp();
      return {
        controller,
        app: <LinesScreen controller={controller} />,
        begin() {
          void makeReady(controller, ports.pending);
          const timer = setInterval(() => controller.watch(), WATCH_MS);
          return () => clearInterval(timer);
        },
      };
    },
    ports.colors,
    ports,
  );
}
