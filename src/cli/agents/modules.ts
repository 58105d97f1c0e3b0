import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { writeModule } from '../../deck/write/module.js';
import { counted } from '../../model/text/counted.js';
import { visibleText } from '../../model/text/visible.js';
import type { AgentContext } from './context.js';

const MIME = 'text/markdown';

/** Adds the modules as resources, each as its Markdown by its title. */
export function addModules(server: McpServer, { context, store }: AgentContext): void {
  const template = new ResourceTemplate('viva://module/{title}', {
    list: async () => ({
      resources: (await store()).names('module').map(({ name, cards }) => ({
        uri: `viva://module/${encodeURIComponent(name)}`,
        name: visibleText(name),
        description: counted(cards, 'card'),
        mimeType: MIME,
      })),
    }),
  });
  server.registerResource(
    'module',
    template,
    { title: 'Modules', description: 'A module with its questions and answers', mimeType: MIME },
    async (uri, { title }) => {
      const query = { kind: 'module-title', title: decodeURIComponent(String(title)) } as const;
      const found = (await store()).modulesFor(query, context.moment());
      const text = found.map(({ module }) => writeModule(module)).join('\n');
      return { contents: [{ uri: uri.href, mimeType: MIME, text: visibleText(text) }] };
    },
  );
}
