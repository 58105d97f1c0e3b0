import type { McpServer } from '@modelcontextprotocol/server';
import { partsOf } from '../../app/cards/answer.js';
import { noCardMatches } from '../../app/cards/no-match.js';
import { oneCard } from '../../app/cards/one-card.js';
import type { Cards } from '../../app/cards/ports.js';
import { withIds } from '../../app/cards/with-ids.js';
import { computeStatistics } from '../../app/export/stats.js';
import { planReport } from '../../app/plan/report.js';
import { dueReport } from '../../app/review/due.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import * as z from '../../model/schema.js';
import { parseQuery } from '../../query/parse.js';
import { cardJson } from '../render/card-json.js';
import { historyJson } from '../render/history-json.js';
import { planReportJson, planStatusJson } from '../render/plan-json.js';
import { plansFor } from '../shared/plans-for.js';
import type { AgentContext } from './context.js';
import { answering } from './reply.js';
import { toolInput } from './tool-input.js';

const MAX_FOUND = 100;

const query = z._default(z.string().check(z.maxLength(1_000)), '');
const annotations = { readOnlyHint: true } as const;

/** Adds the tools that only look: search, show, due, stats, plan status. */
export function addReadingTools(server: McpServer, agent: AgentContext): void {
  addSearch(server, agent);
  addShow(server, agent);
  addDue(server, agent);
  addStats(server, agent);
  addPlanStatus(server, agent);
}

function addSearch(server: McpServer, { context, store }: AgentContext): void {
  server.registerTool(
    'search_cards',
    {
      title: 'Search cards',
      description:
        'Cards by a query: words, and terms such as company:google difficulty:3 is:due part:Inference.',
      inputSchema: toolInput(
        z.object({
          query,
          limit: z._default(z.int().check(z.minimum(1), z.maximum(MAX_FOUND)), 20),
        }),
      ),
      annotations,
    },
    ({ query: text, limit }) =>
      answering(async () => {
        const cards = await store();
        const moment = context.moment();
        const wanted = withIds(parseQuery(text), moment, cards);
        const total = cards.count(wanted, moment);
        return {
          total,
          ...(total === 0 && nothingFound(wanted, moment, cards)),
          cards: cards.find(wanted, moment, limit).map((record) => cardJson(record, context)),
        };
      }),
  );
}

/** Says that nothing was found, and what may have been meant. */
function nothingFound(wanted: Query, moment: Moment, cards: Cards) {
  const { message, hint } = noCardMatches(wanted, moment, cards);
  return { message, hint };
}

function addShow(server: McpServer, { context, store }: AgentContext): void {
  server.registerTool(
    'show_card',
    {
      title: 'Show a card',
      description: 'One card with its answer, memory and history, by its id or the start of it.',
      inputSchema: toolInput(z.object({ id: z.string().check(z.minLength(1), z.maxLength(100)) })),
      annotations,
    },
    ({ id }) =>
      answering(async () => {
        const cards = await store();
        const record = oneCard(id, context.moment(), cards);
        return {
          card: { ...cardJson(record, context), parts: partsOf(record.card.answer) },
          history: cards.history(record.card.id).map(historyJson),
        };
      }),
  );
}

function addDue(server: McpServer, { context, store }: AgentContext): void {
  server.registerTool(
    'due',
    {
      title: 'What is due',
      description: 'What waits today, by company, difficulty and part, and the coming days.',
      inputSchema: toolInput(z.object({ query })),
      annotations,
    },
    ({ query: text }) =>
      answering(async () => {
        const opened = await store();
        const moment = context.moment();
        const plans = await plansFor(context, opened);
        const report = dueReport(
          parseQuery(text),
          moment,
          context.settings(),
          opened,
          plans,
          null,
          await context.config(),
        );
        return {
          ...report,
          plans: report.plans.map((status) => planStatusJson(status, moment.now)),
        };
      }),
  );
}

function addStats(server: McpServer, { context, store }: AgentContext): void {
  server.registerTool(
    'stats',
    {
      title: 'Statistics',
      description: 'How ready the person is: reviews, retention, weak areas. As viva stats --json.',
      inputSchema: toolInput(z.object({ query })),
      annotations,
    },
    ({ query: text }) =>
      answering(async () => {
        const opened = await store();
        const request = {
          ...{ query: parseQuery(text), moment: context.moment(), zone: context.zone },
          ...{ since: null, until: null, settings: context.settings() },
          weights: (await context.config()).weights,
          plans: await plansFor(context, opened),
        };
        return computeStatistics(request, opened);
      }),
  );
}

function addPlanStatus(server: McpServer, { context, store }: AgentContext): void {
  server.registerTool(
    'plan_status',
    {
      title: 'Plans',
      description: 'How each interview plan in force stands, with its forecast.',
      inputSchema: toolInput(z.object({})),
      annotations,
    },
    () =>
      answering(async () => {
        const opened = await store();
        const moment = context.moment();
        const config = await context.config();
        const ahead = opened.plans().filter(({ deadlineAt }) => deadlineAt > moment.now);
        return {
          plans: ahead.map((plan) =>
            planReportJson(
              planReport(plan, moment, config, context.settings(), opened),
              moment.now,
            ),
          ),
        };
      }),
  );
}
