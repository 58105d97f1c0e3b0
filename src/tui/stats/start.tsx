import { render } from 'ink';
import type { Statistics } from '../../stats/statistics.js';
import { FrameWriter } from '../terminal/frame-writer.js';
import { type EndSignal, takeScreen } from '../terminal/screen.js';
import { DashboardController } from './controller.js';
import { Dashboard } from './dashboard.js';
import type { DashboardLook } from './frame.js';

/**
 * Shows the statistics in the terminal until the person quits or a signal
 * ends it. Gives the signal, or null. The terminal is given back in either case.
 */
export async function startDashboard(
  statistics: Statistics,
  look: DashboardLook,
): Promise<EndSignal | null> {
  const frames = new FrameWriter(process.stdout);
  let endedBy: EndSignal | null = null;
  let end = () => {};
  const screen = takeScreen(process, frames, (signal) => {
    endedBy = signal;
    end();
  });
  const controller = new DashboardController(statistics, {
    look,
    size: () => ({ columns: frames.columns, rows: frames.rows }),
    stop: () => screen.stop(),
    exit: () => end(),
  });
  const app = render(<Dashboard controller={controller} />, {
    exitOnCtrlC: false,
    patchConsole: false,
    // A frame writer is all of a stream that Ink uses; debug mode hands it whole frames.
    stdout: frames as unknown as NodeJS.WriteStream,
    debug: true,
  });
  end = () => app.unmount();
  frames.on('resize', () => controller.refresh());
  try {
    await app.waitUntilExit();
  } finally {
    screen.leave();
  }
  return endedBy;
}
