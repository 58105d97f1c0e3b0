/** The languages of fenced code that are checked, by their tags. */

export const PYTHON = new Set(['python', 'py', 'python3']);
export const SCRIPT_LOADERS = {
  typescript: 'ts',
  ts: 'ts',
  tsx: 'tsx',
  javascript: 'js',
  js: 'js',
  jsx: 'jsx',
  mjs: 'js',
};

/** The text of a fence. */
export const codeOf = ({ code }) => code.join('\n');

/** Whether a fence checks the code before it; such blocks are left out of cards. */
export const isCheck = ({ code }) => /^\s*(?:#|\/\/) check:/.test(code[0] ?? '');
