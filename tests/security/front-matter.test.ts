import { afterEach, describe, expect, test, vi } from 'vitest';
import { readModules } from '../../src/app/import/read-modules.js';
import { cpuTime } from '../support/cpu-time.js';

const CARD = '\n## Interview Questions\n\n### ★★☆\n\n**Q:** x?\n\nA: y.\n';

const read = (text: string) => readModules('hostile.md', new TextEncoder().encode(text));
const codesOf = (text: string) => read(text).diagnostics.map(({ code }) => code);

/** What code in front matter would do if anything ran it. */
const CODE = 'globalThis.vivaRanThis = true';

afterEach(() => {
  expect(globalThis).not.toHaveProperty('vivaRanThis');
  expect(Object.prototype).not.toHaveProperty('polluted');
});

describe('front matter in another language is never run and never read', () => {
  const engines = [
    'js',
    'javascript',
    'coffee',
    'json',
    'toml',
    'constructor',
    '__proto__',
    'eval',
  ];
  const openings = engines.flatMap((name) => [
    `---${name}`,
    `--- ${name}`,
    `---\t${name.toUpperCase()} `,
  ]);

  test.each(openings)('%j', (opening) => {
    const bodies = [
      `(${CODE}, { title: "T" })`,
      `title: "T"`,
      `module.exports = (() => { ${CODE}; return { title: "T" } })()`,
      '{ "title": "T" }',
      `title = "T"`,
    ];
    for (const body of bodies) {
      const { modules, diagnostics } = read(`${opening}\n${body}\n---\n${CARD}`);
      expect(modules).toEqual([]);
      expect(diagnostics.map(({ severity }) => severity)).toContain('error');
    }
  });

  test('nor in a module that is not the first of its file', () => {
    const good = `---\ntitle: "Good"\n---\n${CARD}`;
    const { modules } = read(`${good}\n---js\n(${CODE}, { title: "T" })\n---\n${CARD}`);
    expect(modules.map(({ title }) => title)).toEqual(['Good']);
  });

  test('nor in a text whose line breaks are lost', () => {
    read(`---js ${CODE} --- ## Interview Questions ### ★★☆ **Q:** x? <details> y </details>`);
  });

  test('and nothing that could run it is called', () => {
    const spy = vi.spyOn(globalThis, 'eval');
    read(`---js\n${CODE}\n---\n${CARD}`);
    read(`---\nlanguage: js\nengine: js\ntitle: x\n---\n${CARD}`);
    expect(spy).not.toHaveBeenCalled();
  });
});

describe('YAML makes plain values and nothing else', () => {
  test.each([
    '!!js/function "function () { globalThis.vivaRanThis = true }"',
    '!!js/regexp /a/',
    '!!js/undefined ""',
    '!<tag:yaml.org,2002:js/function> "() => 1"',
    '!!python/object/apply:os.system ["true"]',
    '!!binary "aGk="',
    '!!set { a, b }',
    '!!timestamp 2026-01-01',
    '!!merge <<',
    '!custom x',
  ])('%s', (value) => {
    for (const text of [`title: ${value}`, `title: "T"\nextra: ${value}`]) {
      const { modules } = read(`---\n${text}\n---\n${CARD}`);
      for (const module of modules) {
        expect(typeof module.title).toBe('string');
        // Whatever was kept is what JSON can hold.
        expect(JSON.parse(JSON.stringify(module.unknownKeys))).toEqual(module.unknownKeys);
      }
    }
  });

  test.each([
    'a: &a ["x","x","x","x","x","x","x","x","x"]\n' +
      'bcdefghi'
        .split('')
        .map((name, at) => {
          const before = 'abcdefgh'.charAt(at);
          return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
        })
        .join('\n'),
    'a: &a [*a, *a]',
    'a: &a\n  b: *a',
    `a: &a x\nb: [${Array(5000).fill('*a').join(', ')}]`,
    'base: &base\n  title: "U"\n<<: *base',
  ])('aliases are blown up to a bound: %#', (yaml) => {
    const begin = cpuTime();
    const { modules } = read(`---\ntitle: "T"\n${yaml}\n---\n${CARD}`);
    expect(cpuTime() - begin).toBeLessThan(2000);
    expect(JSON.stringify(modules).length).toBeLessThan(50_000);
  });

  test('it nests to a bound', () => {
    for (const yaml of [`a: ${'['.repeat(8000)}`, `a: ${'{b: '.repeat(3000)}`, '- '.repeat(8000)]) {
      expect(codesOf(`---\ntitle: "T"\n${yaml}\n---\n${CARD}`)).toContain('front-matter-invalid');
    }
  });

  test.each([
    '__proto__: { polluted: yes }',
    '"__proto__": { polluted: yes }',
    '"\\u005f_proto__": { polluted: yes }',
    'extra: { __proto__: { polluted: yes } }',
    'extra: [ { "__proto__": { polluted: yes } } ]',
    '? __proto__\n: { polluted: yes }',
    'constructor: { prototype: { polluted: yes } }',
    'extra: { constructor: { prototype: { polluted: yes } } }',
    'toString: x\nhasOwnProperty: y\nvalueOf: z',
  ])('no key changes what an object is: %s', (yaml) => {
    const { modules } = read(`---\ntitle: "T"\n${yaml}\n---\n${CARD}`);
    for (const { unknownKeys } of modules) {
      expect(Object.getPrototypeOf(unknownKeys)).toBe(Object.prototype);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect((unknownKeys as Record<string, unknown>).polluted).toBeUndefined();
    }
    if (yaml.includes('proto__')) expect(modules).toEqual([]);
  });

  test.each([
    'title: "A"\ntitle: "B"',
    'title: "A"\n"title": "B"',
    'title: "T"\nextra: { a: 1, a: 2 }',
  ])('a key given twice is refused: %j', (yaml) => {
    const { modules, diagnostics } = read(`---\n${yaml}\n---\n${CARD}`);
    expect(modules).toEqual([]);
    expect(diagnostics[0]?.message).toMatch(/twice/);
  });

  test('front matter is read up to a length', () => {
    const long = `extra: "${'x'.repeat(20_000)}"`;
    expect(codesOf(`---\ntitle: "T"\n${long}\n---\n${CARD}`)).toContain('front-matter-invalid');
  });
});
