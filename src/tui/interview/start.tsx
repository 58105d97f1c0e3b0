import { render } from 'ink';
import type { InterviewDesk } from '../../app/interview/interview.js';
import { prepareHighlighter } from '../markdown/highlight.js';
import { FrameWriter } from '../terminal/frame-writer.js';
import { type EndSignal, takeScreen } from '../terminal/screen.js';
import { InterviewController, type InterviewScreenPorts } from './controller.js';
import { InterviewApp } from './screen.js';

/**
 * Shows the interview in the terminal until the person ends it or a signal
 * does. Gives the signal, or null. The terminal is given back in either case.
 */
export async function startInterviewScreen(
  desk: InterviewDesk,
  ports: Omit<InterviewScreenPorts, 'size' | 'stop' | 'exit'>,
): Promise<EndSignal | null> {
  const frames = new FrameWriter(process.stdout);
  let endedBy: EndSignal | null = null;
  let end = () => {};
  const screen = takeScreen(process, frames, (signal) => {
    endedBy = signal;
    end();
  });
  const controller = new InterviewController(desk, {
    ...ports,
    size: () => ({ columns: frames.columns, rows: frames.rows }),
    stop: () => screen.stop(),
    exit: () => end(),
  });
  const app = render(<InterviewApp controller={controller} />, {
    exitOnCtrlC: false,
    patchConsole: false,
    // A frame writer is all of a stream that Ink uses; debug mode hands it whole frames.
    stdout: frames as unknown as NodeJS.WriteStream,
    debug: true,
  });
  end = () => app.unmount();
  frames.on('resize', () => controller.refresh());
  // Syntax colours are loaded behind the first frame, so that it need not wait for them.
  void prepareHighlighter().then(() => controller.refresh());
  const stopTicking = tickEverySecond(controller);
  try {
    await app.waitUntilExit();
  } finally {
    stopTicking();
    controller.close();
    screen.leave();
  }
  return endedBy;
}

/** Ticks when the second shown changes, and not while the clock stands. */
function tickEverySecond(controller: InterviewController): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    const ms = controller.changesInMs();
    timer = ms === null ? undefined : setTimeout(() => controller.tick(), ms);
  };
  const unsubscribe = controller.subscribe(wait);
  wait();
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
