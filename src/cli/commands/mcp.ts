import * as z from '../../model/schema.js';
import { defineCommand } from '../contract/command.js';
import { usageError } from '../contract/errors.js';

export const command = defineCommand({
  name: 'mcp',
  summary:
    'A Model Context Protocol server over standard input and output, for agents that quiz you.',
  arguments: '',
  takesQuery: false,
  options: [{ flags: '--read-only', description: 'no ratings and no proposals' }],
  examples: ['claude mcp add viva -- viva mcp', 'viva mcp --read-only'],
  flags: z.object({
    readOnly: z._default(z.boolean(), false),
    json: z._default(z.boolean(), false),
  }),
  async run(context, _args, { readOnly, json }) {
    if (json) throw usageError('--json does not apply: the protocol is JSON.');
    const { serve } = await import('../agents/serve.js');
    await serve(context, readOnly);
    return 0;
  },
});
