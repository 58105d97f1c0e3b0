import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

function started(): Viva {
  const viva = new Viva();
  const hostile = '<script>document.title="owned"</script> & <b>bold</b>?';
  const text = moduleText('Caches <i>', 1, [
    { q: hostile, a: 'It reads all weights.' },
    { q: 'Why batch?', a: 'To share the reading.', companies: 'Meta' },
  ]);
  viva.run(['import', viva.write('caches.md', text)]);
  const [card] = viva.json(['list', 'owned']).cards;
  viva.run(['grade', card.id, 'again']);
  return viva;
}

describe('viva stats --html', () => {
  test('writes a page of these cards, for the person alone to read', () => {
    const viva = started();
    const { stdout, status } = viva.run(['stats', '--html', 'report.html']);
    const path = join(viva.home, 'report.html');
    expect({ stdout, status }).toEqual({ stdout: `The report is in ${path}.\n`, status: 0 });
    const page = readFileSync(path, 'utf8');
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page.includes('&lt;script&gt;document.title=&quot;owned&quot;')).toBe(true);
    expect(page.includes('<script')).toBe(false);
    expect(page.includes('&amp; <strong>bold</strong>?')).toBe(true);
    expect(page.includes('Caches &lt;i&gt;')).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('replaces an earlier report, and says so as JSON', () => {
    const viva = started();
    viva.run(['stats', '--html', 'report.html']);
    expect(viva.json(['stats', 'company:meta', '--html', 'report.html'])).toEqual({
      version: 1,
      file: join(viva.home, 'report.html'),
    });
    expect(readFileSync(join(viva.home, 'report.html'), 'utf8')).toContain('company:meta');
  });

  test('overwrites nothing else', () => {
    const viva = started();
    const path = join(viva.home, 'notes.html');
    writeFileSync(path, '<!doctype html>my notes');
    const { stderr, status } = viva.run(['stats', '--html', 'notes.html']);
    expect(status).toBe(1);
    expect(stderr).toContain('already exists');
    expect(readFileSync(path, 'utf8')).toBe('<!doctype html>my notes');
  });
});
