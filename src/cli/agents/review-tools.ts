import type { McpServer } from '@modelcontextprotocol/server';
import { propose } from '../../app/agent/drafts.js';
import { partsOf } from '../../app/cards/answer.js';
import * as z from '../../model/schema.js';
import { cardJson, dueTime } from '../render/card-json.js';
import { editPorts } from '../shared/edit/ports.js';
import type { AgentContext } from './context.js';
import { answering } from './reply.js';
import { toolInput } from './tool-input.js';

const MAX_QUERY = 1_000;
const MAX_TEXT = 20_000;
const MAX_NAMES = 20;

const id = z.string().check(z.minLength(1), z.maxLength(100));
const names = z._default(
  z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.maxLength(MAX_NAMES)),
  [],
);

/** Adds the tools that lead a review and those that write; a reading server has the first two alone. */
export function addReviewTools(server: McpServer, agent: AgentContext): void {
  addDrawing(server, agent);
  if (agent.isReadOnly) return;
  addGrading(server, agent);
  addProposing(server, agent);
}

function addDrawing(server: McpServer, agent: AgentContext): void {
  server.registerTool(
    'next_card',
    {
      title: 'Next card',
      description:
        "The next question of today's review, without its answer. The same one until it is graded.",
      inputSchema: toolInput(
        z.object({
          query: z._default(z.string().check(z.maxLength(MAX_QUERY)), ''),
        }),
      ),
      annotations: { readOnlyHint: true },
    },
    ({ query }) =>
      answering(async () => {
        const asked = (await agent.review()).next(query);
        if (asked === null) return { card: null, left: 0 };
        const { answer: _, ...card } = cardJson(asked.record, agent.context) as { answer: string };
        return { card, left: asked.left };
      }),
  );
  server.registerTool(
    'reveal_card',
    {
      title: 'Reveal the answer',
      description: 'The answer of the card that was drawn, with its points and follow-ups.',
      inputSchema: toolInput(z.object({ id })),
      annotations: { readOnlyHint: true },
    },
    ({ id: asked }) =>
      answering(async () => {
        const { card } = (await agent.review()).reveal(asked);
        return { id: card.id, answer: card.answer, parts: partsOf(card.answer) };
      }),
  );
}

function addGrading(server: McpServer, agent: AgentContext): void {
  server.registerTool(
    'grade_card',
    {
      title: 'Record the rating',
      description:
        "Records the rating that the person chose for the revealed card: 1 Again, 2 Hard, 3 Good, 4 Easy. Only the person's own choice.",
      inputSchema: toolInput(z.object({ id, rating: z.literal([1, 2, 3, 4]) })),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
    },
    ({ id: asked, rating }) =>
      answering(async () => {
        const { card, memory } = (await agent.review()).grade(asked, rating);
        return { id: card.id, rating, due: dueTime(memory, agent.context) };
      }),
  );
}

function addProposing(server: McpServer, agent: AgentContext): void {
  server.registerTool(
    'propose_card',
    {
      title: 'Propose a card',
      description:
        'Proposes a new card (Markdown). It waits as a draft, unscheduled, until the person accepts it with "viva drafts".',
      inputSchema: toolInput(
        z.object({
          question: z.string().check(z.minLength(1), z.maxLength(MAX_TEXT)),
          answer: z.string().check(z.minLength(1), z.maxLength(MAX_TEXT)),
          module: z._default(z.nullable(z.string().check(z.maxLength(200))), null),
          difficulty: z._default(z.literal([1, 2, 3]), 2),
          companies: names,
          tags: names,
        }),
      ),
      annotations: { readOnlyHint: false, destructiveHint: false },
    },
    ({ difficulty, ...given }) =>
      answering(async () => {
        const ports = editPorts(agent.context, await agent.store());
        const proposal = { ...given, stars: difficulty };
        const { number } = propose(proposal, agent.context.moment(), ports);
        return { draft: number, next: `The person decides: "viva drafts accept ${number}".` };
      }),
  );
}
