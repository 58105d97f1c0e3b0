import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf, someTerm } from '../../model/query-tree.js';
import type { RetentionRule, SchedulerConfig, Settings } from '../../model/settings.js';
import { visibleLine } from '../../model/text/visible.js';
import { parseQuery } from '../../query/parse.js';
import type { CardRecord, Cards } from './ports.js';
import { selectCards } from './select.js';

interface ParsedRule {
  readonly query: Query;
  readonly retention: number;
}

/** What the rules for a card depend on beside the card. */
interface RulePorts {
  readonly config: SchedulerConfig;
  readonly settings: Settings;
  readonly store: Pick<Cards, 'count'>;
}

const parsed = new WeakMap<readonly RetentionRule[], readonly ParsedRule[]>();
const variants = new WeakMap<SchedulerConfig, Map<number, SchedulerConfig>>();

/**
 * Returns the configuration under which a card is scheduled: the one given, with
 * the desired retention of the last rule whose query fits the card. The same
 * object for the same configuration and retention. Throws `config-invalid`
 * where a rule's query cannot be read.
 */
export function cardConfig(
  { card }: Pick<CardRecord, 'card'>,
  moment: Moment,
  { config, settings, store }: RulePorts,
): SchedulerConfig {
  const rule = rulesOf(settings).findLast(
    ({ query }) => store.count(allOf(query, { kind: 'id', id: card.id }), moment) > 0,
  );
  return rule === undefined ? config : withRetention(config, rule.retention);
}

/**
 * Checks the query of a new rule. Throws `query-invalid` for one that is
 * wrong, names what no card has, fits every card, or asks for `rated:`, which
 * is not known of a single card.
 */
export function checkRuleQuery(text: string, cards: Cards): void {
  const query = selectCards({ words: [text], flags: {} }, cards);
  if (query.kind === 'all') {
    throw new VivaError(
      'query-invalid',
      'This rule would be for every card.',
      'Leave --for out to set the retention of all cards.',
    );
  }
  if (someTerm(query, ({ kind }) => kind === 'rated')) {
    throw new VivaError(
      'query-invalid',
      '"rated:" cannot be part of a rule: it changes with every review.',
      'Ask for a property of the card, such as company:, difficulty:, part:, tag: or lapses:.',
    );
  }
}

function rulesOf({ retentionRules }: Settings): readonly ParsedRule[] {
  const known = parsed.get(retentionRules);
  if (known !== undefined) return known;
  const rules = retentionRules.map(parseRule);
  parsed.set(retentionRules, rules);
  return rules;
}

function parseRule({ query, retention }: RetentionRule): ParsedRule {
  try {
    return { query: parseQuery(query), retention };
  } catch (cause) {
    const why = cause instanceof VivaError ? `: ${cause.message}` : '.';
    throw new VivaError(
      'config-invalid',
      `The retention rule "${visibleLine(query)}" cannot be read${why}`,
      'Remove it with "viva config unset retention --for QUERY", or edit the settings file.',
      { cause },
    );
  }
}

function withRetention(config: SchedulerConfig, retention: number): SchedulerConfig {
  if (config.retention === retention) return config;
  const own = variants.get(config) ?? new Map<number, SchedulerConfig>();
  variants.set(config, own);
  const variant = own.get(retention) ?? { ...config, retention };
  own.set(retention, variant);
  return variant;
}
