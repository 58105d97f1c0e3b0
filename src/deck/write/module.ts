import { Document } from 'yaml';
import type { DeckModule, ModuleExtras, ReadingLink } from '../../model/module.js';
import { leavesNextAlone, writeCallout, writeCard } from './card.js';

const SAFE_HEADING = /^[^<>`\\\n★☆⭐]+$/u;
/** A heading of the first or second level, in either of Markdown's ways of writing it. */
const HIGH_HEADING = /(?:^|\n) {0,3}(?:#{1,2}[ \t]|[=-]+[ \t]*(?:\n|$))/;

/** A title that would be read as a link, or as a tag that folds what follows. */
const LOOKS_LIKE_MARKUP = /^(?:\[|<?https?:)|<(?:\/?details|!--)/i;

/**
 * Writes a module as Markdown in the deck format. Reading the text back with
 * `parseDeckFile` reads the same module, line numbers apart.
 */
export function writeModule(module: DeckModule): string {
  const { extras } = module;
  const parts = [
    writeFrontMatter(module),
    title(module),
    extras.keyQuestion === '' ? '' : writeCallout('[!question] Key Question', extras.keyQuestion),
    insights(extras),
    ['## Interview Questions', ...module.cards.map(writeCard)].join('\n\n'),
    reading(extras),
    related(extras),
  ];
  // Code that would swallow what follows it stands last.
  const place = leavesNextAlone(extras.code) ? 4 : parts.length;
  parts.splice(place, 0, code(extras));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Writes the front matter of a module, without a line end behind its last `---`. */
export function writeFrontMatter(module: DeckModule): string {
  const { title, part, number, emoji, subtitle, tags, unknownKeys } = module;
  const document = new Document({
    title,
    ...(part === '' ? {} : { part }),
    ...(number === null ? {} : { number }),
    ...(emoji === '' ? {} : { emoji }),
    ...(subtitle === '' ? {} : { subtitle }),
    ...unknownKeys,
  });
  if (tags.length > 0) document.set('tags', document.createNode(tags, { flow: true }));
  const yaml = document.toString({
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    // A text of several lines stays on one, so that no line of it looks like Markdown.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    flowCollectionPadding: false,
  });
  return `---\n${yaml.trimEnd()}\n---`;
}

/** The heading only repeats the front matter: left out where it would mean something else. */
function title(module: DeckModule): string {
  const text = `${module.emoji} ${module.title}`.trim();
  return SAFE_HEADING.test(text) ? `# ${text}` : '';
}

function insights(extras: ModuleExtras): string {
  if (extras.insights.length === 0) return '';
  const quotes = extras.insights.map((text) => writeCallout('[!tip] Insight', text));
  return ['## Key Insights', ...quotes].join('\n\n');
}

function code(extras: ModuleExtras): string {
  if (extras.code === '') return '';
  const level = HIGH_HEADING.test(extras.code) ? '#' : '##';
  return `${level} Code Examples\n\n${extras.code}`;
}

function reading(extras: ModuleExtras): string {
  if (extras.reading.length === 0) return '';
  return `## Further Reading\n\n${extras.reading.map(readingItem).join('\n')}`;
}

function related(extras: ModuleExtras): string {
  if (extras.related.length === 0) return '';
  return `## Related\n\n${extras.related.map((name) => `[[${name}]]`).join(' · ')}`;
}

function readingItem({ title, url, note }: ReadingLink): string {
  // An empty address keeps a title from being read as one, and the note apart from it.
  if (url === '' && note === '' && !LOOKS_LIKE_MARKUP.test(title)) return `- ${title}`;
  const label = title.replaceAll(/[\\[\]<]/g, '\\$&');
  const link = title === url ? url : `[${label}](${writeAddress(url)})`;
  return note === '' ? `- ${link}` : `- ${link} ${note}`;
}

/** An address that `<…>` could not hold has its brackets escaped. */
function writeAddress(url: string): string {
  if (/[<>]/.test(url) && !/\s/.test(url)) return url.replaceAll(/[\\()<>]/g, '\\$&');
  const escaped = url.replaceAll('\\', '\\\\');
  return url === '' || /[\s()]/.test(url) ? `<${escaped}>` : escaped;
}
