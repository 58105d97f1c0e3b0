import { MAX_FILE_BYTES } from '../../deck/text/decode.js';
import { VivaError } from '../../model/error.js';

/** Reads standard input, not much further than a deck may be long: a pipe need never end. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > MAX_FILE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** Asks a question that y answers with yes. Throws usage where there is no terminal to ask on. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new VivaError(
      'usage',
      'Confirmation needed, and there is no terminal to ask on.',
      'Pass --yes.',
    );
  }
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
