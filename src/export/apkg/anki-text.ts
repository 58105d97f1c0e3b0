import { visibleText } from '../../model/text/visible.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

// What Anki looks for in a field's text: sounds and speech, LaTeX, and fields of templates.
const ANKI_BRACKET = /\[(?=\s*(?:sound:|anki:|\/?latex\]|\/?\$))/gi;
const ANKI_FIELD = /\{(?=\{)|\}(?=\})/g;
const MATHJAX_DELIMITER = /\\(?=[()[\]])/g;

/** Escapes text for an attribute of HTML. */
export function escapeAttribute(text: string): string {
  return withoutControls(text).replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}

/**
 * Returns text as HTML that Anki shows as it is: no tag of it is a tag, and none
 * of Anki's own signs is read, such as `[sound:…]`, `[latex]` or `\(`.
 */
export function ankiText(text: string): string {
  return (
    escapeAttribute(text)
      .replaceAll('&quot;', '"')
      .replaceAll(ANKI_BRACKET, '&#91;')
      .replaceAll(ANKI_FIELD, (brace) => (brace === '{' ? '&#123;' : '&#125;'))
      // MathJax reads the page, in which an entity is the character: only a tag parts the two.
      .replaceAll(MATHJAX_DELIMITER, '<span>\\</span>')
  );
}

/*
 * Commands of TeX by which MathJax makes links, loads extensions, writes
 * attributes, or that could make such a command out of pieces.
 */
const UNSAFE_TEX =
  /\\(?:href|url|require|class|cssId|style|data|html\w*|csname|def|let|edef|gdef|(?:re)?newcommand|newenvironment|renewenvironment|includegraphics|input|unicode|mmlToken|texttip|mathtip|toggle)(?![a-zA-Z])/;

/**
 * Returns TeX between MathJax's delimiters, `\(…\)` or where it stands alone
 * `\[…\]`; TeX that could do more than set a formula comes as code.
 */
export function ankiMaths(tex: string, alone: boolean): string {
  const source = escapeAttribute(tex)
    .replaceAll('&quot;', '"')
    .replaceAll(ANKI_BRACKET, '&#91;')
    .replaceAll(ANKI_FIELD, (brace) => `${brace} `);
  const bare = tex.replaceAll('\\\\', '');
  if (UNSAFE_TEX.test(bare) || /\\[()\]]/.test(bare)) return `<code>${ankiText(tex)}</code>`;
  return alone ? `\\[${source}\\]` : `\\(${source}\\)`;
}

/*
 * Anki parts a note's fields by U+001F, and a NUL ends a text for SQLite's tools. What would
 * reorder text, or hide in it, is shown as in the terminal.
 */
function withoutControls(text: string): string {
  return visibleText(text.replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, '\ufffd'));
}
