import type { InterviewDesk } from '../../app/interview/interview.js';
import { LinesScreen } from '../components/lines-screen.js';
import { prepareHighlighter } from '../markdown/highlight.js';
import type { ScreenColors } from '../terminal/background.js';
import { runScreen, type TerminalPorts } from '../terminal/run-screen.js';
import type { EndSignal } from '../terminal/screen.js';
import { InterviewController, type InterviewScreenPorts } from './controller.js';

/** Shows the interview in the terminal; see `runScreen`. */
export function startInterviewScreen(
  desk: InterviewDesk,
  ports: Omit<InterviewScreenPorts, keyof TerminalPorts> & { readonly colors: ScreenColors },
): Promise<EndSignal | null> {
  return runScreen((terminal) => {
    const controller = new InterviewController(desk, { ...ports, ...terminal });
    return {
      controller,
      app: <LinesScreen controller={controller} />,
      begin() {
        // Syntax colours are loaded behind the first frame, so that it need not wait for them.
        void prepareHighlighter().then(() => controller.redraw());
        return tickEverySecond(controller);
      },
    };
  }, ports.colors);
}

/** Ticks when the second shown changes, and not while the clock stands. */
function tickEverySecond(controller: InterviewController): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    const ms = controller.changesInMs();
    timer = ms === null ? undefined : setTimeout(() => controller.refresh(), ms);
  };
  const unsubscribe = controller.subscribe(wait);
  wait();
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
