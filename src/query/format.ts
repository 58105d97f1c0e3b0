import type { Query } from '../model/query.js';

/**
 * Returns a query as text that `parseQuery` reads as the same query. Takes what
 * parsing and `allOf` give: a query of every card stands alone.
 */
export function formatQuery(query: Query): string {
  if (query.kind === 'all') return '';
  if (query.kind === 'or') return query.terms.map(formatQuery).join(' OR ');
  if (query.kind === 'and') return query.terms.map(formatPart).join(' ');
  return query.kind === 'not' ? `-${formatPart(query.term)}` : formatTerm(query);
}

function formatPart(query: Query): string {
  const text = formatQuery(query);
  return query.kind === 'and' || query.kind === 'or' ? `(${text})` : text;
}

type Term = Exclude<Query, { kind: 'all' | 'and' | 'or' | 'not' }>;

function formatTerm(term: Term): string {
  switch (term.kind) {
    case 'text':
      return formatText(term.text);
    case 'module':
      return `module:${term.number}`;
    case 'module-title':
      return `module:${formatTitle(term.title)}`;
    case 'stars':
      return `difficulty:${term.from === term.to ? term.from : `${term.from}..${term.to}`}`;
    case 'is':
      return `is:${term.word}`;
    case 'id':
      return `id:${formatName(term.id)}`;
    case 'flag':
      return `flag:${term.value}`;
    case 'property':
      return formatProperty(term);
    case 'added':
    case 'introduced':
      return `${term.kind}:${term.days}`;
    case 'rated':
      return `rated:${term.days}${term.rating === null ? '' : `:${term.rating}`}`;
    default:
      return `${term.kind}:${formatName(term.name)}`;
  }
}

function formatProperty({ name, op, value }: Extract<Query, { kind: 'property' }>): string {
  // By its name alone "difficulty:" means the stars.
  if (name === 'difficulty') return `prop:difficulty${op}${value}`;
  return `${name}:${op === '=' ? '' : op}${value}`;
}

function formatText(text: string): string {
  const isBare = /^[\p{L}\p{N}]+$/u.test(text) && !/^(or|and)$/i.test(text);
  return isBare ? text : quote(text);
}

// A title of digits alone would read as the module's number.
function formatTitle(title: string): string {
  return /^\d+$/.test(title) ? quote(title) : formatName(title);
}

function formatName(name: string): string {
  return /^[\p{L}\p{N}*_.-]+$/u.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
