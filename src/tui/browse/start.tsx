import { LinesScreen } from '../components/lines-screen.js';
import { prepareHighlighterWhenNeeded } from '../markdown/highlight.js';
import type { ScreenColors } from '../terminal/background.js';
import { runScreen, type TerminalPorts } from '../terminal/run-screen.js';
import type { EndSignal } from '../terminal/screen.js';
import { BrowseController } from './controller.js';
import type { BrowsePorts } from './ports.js';
import type { openedWith } from './state.js';

/** Shows the browser in the terminal; see `runScreen`. */
export function startBrowser(
  opening: Parameters<typeof openedWith>[0],
  ports: Omit<BrowsePorts, keyof TerminalPorts> & {
    readonly colors: ScreenColors;
    /** Frees what starting has left behind, before V8 would do it under a key. */
    readonly tidyUp: () => void;
  },
): Promise<EndSignal | null> {
  return runScreen((terminal) => {
    prepareHighlighterWhenNeeded(() => controller.redraw());
    const controller = new BrowseController(opening, { ...ports, ...terminal });
    // Behind the first frame it would hold up a key that is struck at once.
    ports.tidyUp();
    return {
      controller,
      app: <LinesScreen controller={controller} />,
      begin() {
        controller.begin();
        return undefined;
      },
    };
  }, ports.colors);
}
