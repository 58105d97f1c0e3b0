import { type CodeNode, highlightTree } from '../../markdown/languages.js';
import { ankiText, escapeAttribute } from './anki-text.js';

/** Longer code is shown in one colour: highlighting it would take long. */
const MAX_CHARACTERS = 20_000;

/** Returns a block of code as HTML, its words in spans of highlight.js's classes. */
export function codeHtml(code: string, info: string): string {
  const language = info.trim().split(/\s+/)[0] ?? '';
  const tree = code.length > MAX_CHARACTERS ? null : highlightTree(code, language);
  const inner = tree === null ? ankiText(code) : nodesHtml(tree.children);
  const name = language === '' ? '' : ` class="language-${escapeAttribute(language)}"`;
  return `<pre><code${name}>${inner}</code></pre>\n`;
}

function nodesHtml(nodes: readonly CodeNode[]): string {
  return nodes.map(nodeHtml).join('');
}

function nodeHtml(node: CodeNode): string {
  if (node.value !== undefined) return ankiText(node.value);
  const inner = nodesHtml(node.children ?? []);
  const classes = node.properties?.className;
  if (!Array.isArray(classes)) return inner;
  return `<span class="${escapeAttribute(classes.join(' '))}">${inner}</span>`;
}
