import { checkRuleQuery } from '../../../app/cards/config.js';
import { settingKey, settingValue } from '../../../app/upkeep/settings.js';
import { VivaError } from '../../../model/error.js';
import type { RetentionRule } from '../../../model/settings.js';
import { settingSchema } from '../../../model/settings.js';
import { visibleLine } from '../../../model/text/visible.js';
import {
  checkSettings,
  readRawSettings,
  writeRawSettings,
} from '../../../platform/settings-file.js';
import type { Context } from '../../contract/context.js';
import { usageError } from '../../contract/errors.js';
import { writeJson, writeLines } from '../../shared/output/write.js';

interface RuleArguments {
  readonly action: string;
  readonly key: string | undefined;
  readonly value: string | undefined;
  readonly query: string;
  readonly json: boolean;
}

/** `config get|set|unset retention --for QUERY`: the retention of a query's cards. */
export async function ruleCommand(context: Context, args: RuleArguments): Promise<number> {
  const { action, key, value, json } = args;
  const query = args.query.trim();
  if (key === undefined || settingKey(key) !== 'retention') {
    throw usageError(
      '--for applies to retention only.',
      'Use config set retention VALUE --for QUERY.',
    );
  }
  switch (action) {
    case 'get':
      return show(context, ruleFor(context.settings().retentionRules, query), json);
    case 'set':
      if (value === undefined) throw usageError('Use config set retention VALUE --for QUERY.');
      return set(context, query, value, json);
    case 'unset':
      return unset(context, query, json);
    default:
      throw usageError(
        '--for applies to get, set and unset only.',
        'Use config set retention VALUE --for QUERY.',
      );
  }
}

async function set(context: Context, query: string, value: string, json: boolean): Promise<number> {
  checkRuleQuery(query, await context.store());
  const retention = settingSchema('retention').parse(settingValue('retention', value));
  const rule = { query, retention };
  // Where it stands already it keeps its place in the order.
  write(context, (rules) => {
    const at = rules.findIndex((each) => each.query === query);
    return at < 0 ? [...rules, rule] : rules.with(at, rule);
  });
  return show(context, rule, json);
}

function unset(context: Context, query: string, json: boolean): number {
  const rule = ruleFor(context.settings().retentionRules, query);
  write(context, (rules) => rules.filter((each) => each.query !== query));
  if (json) writeJson(context, { removed: rule });
  else writeLines(context, [`The rule for ${visibleLine(query)} was removed.`]);
  return 0;
}

function show(context: Context, rule: RetentionRule, json: boolean): number {
  if (json) writeJson(context, { key: 'retention', for: rule.query, value: rule.retention });
  else writeLines(context, [`retention = ${rule.retention} for ${visibleLine(rule.query)}`]);
  return 0;
}

function ruleFor(rules: readonly RetentionRule[], query: string): RetentionRule {
  const rule = rules.find((each) => each.query === query);
  if (rule !== undefined) return rule;
  const there = rules.map((each) => `"${visibleLine(each.query)}"`).join(', ');
  throw new VivaError(
    'config-invalid',
    `There is no rule for "${visibleLine(query)}".`,
    there === '' ? 'There are no rules yet.' : `The rules are for ${there}.`,
  );
}

function write(
  context: Context,
  change: (rules: readonly RetentionRule[]) => RetentionRule[],
): void {
  const path = context.paths.settings;
  const raw = readRawSettings(path);
  const rules = change(checkSettings(raw, path).retentionRules);
  if (rules.length === 0) delete raw.retentionRules;
  else raw.retentionRules = rules;
  checkSettings(raw, path);
  writeRawSettings(path, raw);
}
