import { join } from 'node:path';
import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';
import { writeJson } from '../shared/output/write.js';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

export const command = defineCommand({
  name: 'completion',
  summary: 'Write the script that lets a shell complete commands, flags, names and cards.',
  arguments: '<shell>',
  words: [SHELLS],
  takesQuery: false,
  options: [],
  examples: [
    'viva completion bash >> ~/.bashrc',
    'viva completion zsh >> ~/.zshrc',
    'viva completion fish > ~/.config/fish/completions/viva.fish',
    'viva completion powershell >> $PROFILE',
  ],
  flags: z.object({ json: z._default(z.boolean(), false) }),
  run(context, [name = ''], { json }) {
    const shell = SHELLS.find((known) => known === name.toLowerCase());
    if (shell === undefined) {
      throw usageError(
        `There is no completion for "${name}".`,
        'Use bash, zsh, fish or powershell.',
      );
    }
    const bytes = context.files.readBytes(
      join(context.completions, `viva.${shell === 'powershell' ? 'ps1' : shell}`),
    );
    const script = new TextDecoder().decode(bytes);
    if (json) writeJson(context, { shell, script });
    else context.stdout.write(script);
    return 0;
  },
});
