import { styled } from '../../model/text/ansi.js';
import { type RenderOptions, renderPlain } from '../markdown/render.js';
import { BROWSE_KEYS } from './keys.js';

const KEY_WIDTH = 10;

/** The help, a key a line; what a key does may take more. */
export function keyLines(options: RenderOptions): string[] {
  const width = options.width - KEY_WIDTH - 1;
  return BROWSE_KEYS.flatMap(({ keys, does }) =>
    renderPlain(does, { ...options, width }).map((line, at) => {
      const key = at === 0 ? keys : '';
      return `${styled(key.padEnd(KEY_WIDTH), 'cyan', options.colors)} ${line}`;
    }),
  );
}
