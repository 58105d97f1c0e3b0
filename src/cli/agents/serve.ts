import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { Context } from '../contract/context.js';
import { agentContext } from './context.js';
import { createServer } from './server.js';

/**
 * Speaks the protocol over standard input and output until the input ends. Nothing else may be
 * written to standard output meanwhile.
 */
export async function serve(context: Context, isReadOnly: boolean): Promise<void> {
  const agent = agentContext(context, isReadOnly, () => server.server.getClientVersion()?.name);
  const server = createServer(agent);
  const transport = new StdioServerTransport();
  transport.onerror = (error) => {
    context.stderr.write(`viva mcp: could not read a message: ${error.message}\n`);
  };
  await server.connect(transport);
  await Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close')]);
  await server.close();
}
