import type { Key } from 'ink';
import type { Statistics } from '../../stats/statistics.js';
import type { TerminalPorts } from '../terminal/run-screen.js';
import { type DashboardFrame, type DashboardLook, dashboardFrame } from './frame.js';
import {
  type DashboardCommand,
  type DashboardState,
  dashboardCommand,
  FIRST_VIEW,
  reduceDashboard,
} from './state.js';

/** What the dashboard needs of the world. */
export interface DashboardPorts extends TerminalPorts {
  readonly look: DashboardLook;
}

/** Runs the dashboard: takes keys, and gives a frame to draw after each. */
export class DashboardController {
  readonly #statistics: Statistics;
  readonly #ports: DashboardPorts;
  readonly #listeners = new Set<() => void>();
  #state: DashboardState = FIRST_VIEW;
  #frame: DashboardFrame;

  constructor(statistics: Statistics, ports: DashboardPorts) {
    this.#statistics = statistics;
    this.#ports = ports;
    this.#frame = this.#draw();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly frame = (): DashboardFrame => this.#frame;

  /** Takes what Ink read at once: one special key, or characters struck fast. */
  input(input: string, key: Key): void {
    const strokes = key.ctrl || key.meta || input === '' ? [input] : [...input];
    for (const stroke of strokes) {
      const command = dashboardCommand(stroke, key);
      if (command !== null) this.#run(command);
    }
  }

  /** A paste is no key here, and there is nothing to write. */
  paste(): void {}

  /** Lays everything out again, as after a resize. */
  refresh(): void {
    this.#frame = this.#draw();
    for (const listener of this.#listeners) listener();
  }

  #run(command: DashboardCommand): void {
    if (command.kind === 'quit') this.#ports.exit();
    else if (command.kind === 'stop') this.#ports.stop();
    else {
      this.#state = reduceDashboard(this.#state, command, this.#frame.extent);
      this.refresh();
    }
  }

  #draw(): DashboardFrame {
    const { size, look } = this.#ports;
    return dashboardFrame(this.#statistics, this.#state, size(), look);
  }
}
