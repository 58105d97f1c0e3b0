import { render } from 'ink';
import type { ReviewDesk } from '../../app/review/desk.js';
import { prepareHighlighter } from '../markdown/highlight.js';
import { FrameWriter } from '../terminal/frame-writer.js';
import { type EndSignal, takeScreen } from '../terminal/screen.js';
import { ReviewApp } from './app.js';
import { type ControllerPorts, ReviewController } from './controller.js';

/** What of the controller's ports the caller gives; the screen knows the rest itself. */
export type ReviewScreenPorts = Omit<ControllerPorts, 'size' | 'stop' | 'exit'> & {
  /** Ink's screen-reader mode: text in reading order, no alternate screen. */
  readonly screenReader: boolean;
};

/**
 * Shows the review in the terminal until the person ends it or a signal does.
 * Gives the signal, or null. The terminal is given back in either case.
 */
export async function startReview(
  desk: ReviewDesk,
  ports: ReviewScreenPorts,
): Promise<EndSignal | null> {
  const frames = new FrameWriter(process.stdout);
  let endedBy: EndSignal | null = null;
  let end = () => {};
  const screen = ports.screenReader
    ? null
    : takeScreen(process, frames, (signal) => {
        endedBy = signal;
        end();
      });
  const controller = new ReviewController(desk, {
    ...ports,
    size: () => ({ columns: frames.columns, rows: frames.rows }),
    edit: (file, line) =>
      screen ? screen.lend(() => ports.edit(file, line)) : ports.edit(file, line),
    stop: () => screen?.stop(),
    exit: () => end(),
  });
  const app = render(<ReviewApp controller={controller} />, inkOptions(frames, ports.screenReader));
  end = () => app.unmount();
  frames.on('resize', () => controller.refresh());
  // Loaded behind the first frame, so that neither it nor the first key need wait: the colours of
  // code, and what a rating needs.
  void prepareHighlighter().then(() => {
    controller.prepare();
    controller.refresh();
  });
  try {
    await app.waitUntilExit();
  } finally {
    controller.close();
    screen?.leave();
  }
  return endedBy;
}

function inkOptions(frames: FrameWriter, screenReader: boolean) {
  const shared = { exitOnCtrlC: false, patchConsole: false, isScreenReaderEnabled: screenReader };
  if (screenReader) return { ...shared, stdout: process.stdout };
  // A frame writer is all of a stream that Ink uses; debug mode hands it whole frames.
  return { ...shared, stdout: frames as unknown as NodeJS.WriteStream, debug: true };
}
