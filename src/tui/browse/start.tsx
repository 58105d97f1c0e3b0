import { LinesScreen } from '../components/lines-screen.js';
import { prepareHighlighter } from '../markdown/highlight.js';
import type { ScreenColors } from '../terminal/background.js';
import { runScreen, type TerminalPorts } from '../terminal/run-screen.js';
import type { EndSignal } from '../terminal/screen.js';
import { BrowseController } from './controller.js';
import type { BrowsePorts } from './ports.js';
import type { openedWith } from './state.js';

/** Shows the browser in the terminal; see `runScreen`. */
export function startBrowser(
  opening: Parameters<typeof openedWith>[0],
  ports: Omit<BrowsePorts, keyof TerminalPorts> & { readonly colors: ScreenColors },
): Promise<EndSignal | null> {
  return runScreen((terminal) => {
    const controller = new BrowseController(opening, { ...ports, ...terminal });
    return {
      controller,
      app: <LinesScreen controller={controller} />,
      begin() {
        controller.begin();
        // The colours of code are loaded behind the first frame, so that it need not wait.
        void prepareHighlighter().then(() => controller.redraw());
        return () => {};
      },
    };
  }, ports.colors);
}
