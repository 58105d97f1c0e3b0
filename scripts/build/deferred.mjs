// Parts of viva that most runs do not use are loaded when one of their functions is called.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** By their place under src/. Each gives away functions alone. */
export const DEFERRED = [
  'app/anki/import-package',
  'app/edit/apply',
  'app/edit/change-now',
  'app/edit/marks',
  'app/edit/move',
  'app/edit/sessions',
  'app/edit/undo-change',
  'app/import/histories',
  'app/import/move-own-decks',
  'cli/render/sample-cards',
  'deck/front-matter/front-matter',
  'deck/front-matter/yaml-file',
  'deck/write/module',
  'export/read-json',
  'export/read-jsonl',
  'platform/apkg/unpack-mochi',
  'query/words',
  'store/archive/merge',
  'store/archive/salvage/take-in',
  'store/journal/relink',
  'store/library/import',
  'store/migrations/all',
  'store/sync/take',
  'store/upkeep/check',
  'tui/components/break-line',
  'tui/markdown/text/unsteady',
];
const NOW = '?now';
/** Windows has the other one. */
const SLASH = '[\\\\/]';

/**
 * Returns a plugin that defers these modules, by their places under src/.
 * Can go when esbuild understands `import defer`.
 */
export const deferred = (places) => ({
  name: 'deferred',
  setup(build) {
    const anyPlace = places.join('|').replaceAll('/', SLASH);
    const filter = new RegExp(`${SLASH}src${SLASH}(${anyPlace})\\.ts$`);
    build.onResolve({ filter: /\?now$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -NOW.length)),
      suffix: NOW,
    }));
    build.onLoad({ filter }, ({ path, suffix }) =>
      suffix === NOW ? undefined : { contents: standIn(path), resolveDir: dirname(path) },
    );
  },
});

function standIn(path) {
  const source = readFileSync(path, 'utf8');
  const given = [...source.matchAll(/^export (?!type |interface )(.*)/gm)].map(([, text]) => text);
  const functions = given.map((text) => {
    const [, name] = /^(?:async )?function\*? (\w+)/.exec(text) ?? [];
    if (name === undefined) throw new Error(`${path}: only functions can be deferred, not ${text}`);
    return `export const ${name} = (...values) => loaded().${name}(...values);`;
  });
  return `let module;
    const loaded = () => (module ??= require('./${basename(path)}${NOW}'));
    ${functions.join('\n')}`;
}
