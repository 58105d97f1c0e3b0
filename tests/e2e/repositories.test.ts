import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Repository } from '../support/repository.js';
import { moduleText, Viva } from '../support/viva.js';

const LICENCE = 'MIT License\n\nPermission is hereby granted, free of charge, to any person';
const caches = (answer: string) =>
  moduleText('Caches', 1, [
    { q: 'Why do caches help?', a: answer },
    { q: 'What is a stampede?', a: 'Many misses of one key at once.' },
  ]);

describe('viva import of an address', () => {
  test('fetches a repository, fetches it again, and keeps histories through what changed', () => {
    const viva = new Viva();
    const source = new Repository({ LICENSE: LICENCE, 'caches.md': caches('They are near.') });
    const tried = viva.json(['import', source.address, '--as', 'lists', '--dry-run']);
    expect(tried.cards.added).toBe(2);
    expect(readdirSync(join(viva.home, 'viva', 'sources'))).toEqual([]);

    viva.json(['import', source.address, '--as', 'lists']);
    const [collection] = viva.json(['collections']).collections;
    expect(collection).toMatchObject({ name: 'lists', source: source.address, licence: 'MIT' });
    const [card] = viva.json(['list', 'caches help']).cards;
    viva.run(['grade', card.id, 'good']);

    source.commit({ 'caches.md': null, 'deep/renamed.md': caches('They are near and fast.') });
    expect(viva.json(['import']).cards).toMatchObject({ retired: 0, added: 0 });
    const shown = viva.json(['show', card.id]);
    expect(shown.card).toMatchObject({ answer: 'They are near and fast.', reps: 1 });

    source.remove();
    const { status, stderr } = viva.run(['import']);
    expect(status).toBe(1);
    expect(stderr).toContain(`viva: ${source.address}: Git could not fetch`);
    expect(viva.json(['list', 'collection:lists']).cards).toHaveLength(2);

    // What is gone, copy and all, keeps none of the others from being read again.
    rmSync(join(viva.home, 'viva', 'sources'), { recursive: true });
    const notes = new Repository({ 'a.md': '## What is a hit?\n\nThe value is there.\n' });
    viva.run(['import', join(notes.folder, 'none'), notes.folder]);
    notes.write('b.md', '## What is a miss?\n\nIt is not.\n');
    const again = viva.run(['import']);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain(source.address);
    expect(again.stdout).toContain('2 (1 added, 1 unchanged)');

    mkdirSync(join(viva.home, 'viva', 'sources'), { recursive: true });
    viva.run(['collections', 'remove', 'lists', '--yes']);
    expect(readdirSync(join(viva.home, 'viva', 'sources'))).toEqual([]);
  });

  test('takes no option and no other transport for an address', () => {
    const viva = new Viva();
    for (const word of ['ext::sh -c id', 'http://example.org/a', 'ssh://-oProxyCommand=id/a']) {
      expect(viva.run(['import', word])).toMatchObject({ status: 2 });
    }
    expect(viva.run(['import', '--', '--upload-pack=id']).stderr).toContain('file-missing');
  });
});
