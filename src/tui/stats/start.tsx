import type { Statistics } from '../../stats/statistics.js';
import { LinesScreen } from '../components/lines-screen.js';
import type { ScreenColors } from '../terminal/background.js';
import { runScreen } from '../terminal/run-screen.js';
import type { EndSignal } from '../terminal/screen.js';
import { DashboardController } from './controller.js';
import type { DashboardLook } from './frame.js';

/** Shows the statistics in the terminal; see `runScreen`. */
export function startDashboard(
  statistics: Statistics,
  look: DashboardLook,
  colors: ScreenColors,
): Promise<EndSignal | null> {
  return runScreen((terminal) => {
    const controller = new DashboardController(statistics, { look, ...terminal });
    return { controller, app: <LinesScreen controller={controller} /> };
  }, colors);
}
