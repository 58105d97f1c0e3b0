import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterEach, describe, expect, test } from 'vitest';
import { BIN, moduleText, Viva } from '../support/viva.js';

const ESCAPE = '\u001b[31mred\u001b[0m';

function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Alpha', 1, [
      { q: `What is ${ESCAPE}?`, a: '**In short:** One.\n\n**Points:**\n- It is one' },
      { q: 'What is two?', a: 'Two.' },
    ]),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

const open: Client[] = [];
afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});

async function connect(viva: Viva, args: string[] = [], name = 'Test Client'): Promise<Client> {
  const client = new Client({ name, version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [BIN, 'mcp', ...args],
      env: { VIVA_HOME: join(viva.home, 'viva'), VIVA_NOW: viva.now, TZ: 'UTC', PATH: '' },
      cwd: viva.home,
      stderr: 'ignore',
    }),
  );
  open.push(client);
  return client;
}

// biome-ignore lint/suspicious/noExplicitAny: each tool answers with another shape
async function call(client: Client, name: string, args: object = {}): Promise<any> {
  const result = await client.callTool({ name, arguments: { ...args } });
  const [content] = result.content as { text: string }[];
  try {
    return JSON.parse(content?.text ?? '');
  } catch {
    return { error: { message: content?.text } };
  }
}

describe('viva mcp', () => {
  test('draws, reveals and rates each card once, as a device of its own', async () => {
    const viva = home();
    const client = await connect(viva);
    const first = await call(client, 'next_card');
    expect(first).toMatchObject({ left: 2, card: { state: 'new' } });
    expect(first.card).not.toHaveProperty('answer');
    expect(JSON.stringify(first)).not.toContain('\\u001b');
    const { id } = first.card;
    expect(await call(client, 'grade_card', { id, rating: 3 })).toMatchObject({
      error: { code: 'card-not-revealed' },
    });
    expect(await call(client, 'reveal_card', { id: 'nonsense' })).toMatchObject({
      error: { code: 'card-not-drawn' },
    });
    expect(await call(client, 'reveal_card', { id })).toMatchObject({
      parts: { short: 'One.', points: [{ kind: 'good', text: 'It is one' }] },
    });
    expect(await call(client, 'grade_card', { id, rating: 5 })).toHaveProperty('error');
    expect(await call(client, 'grade_card', { id, rating: 3 })).toMatchObject({ id, rating: 3 });
    expect(await call(client, 'grade_card', { id, rating: 3 })).toHaveProperty('error');
    const { history } = await call(client, 'show_card', { id });
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ device: 'agent:test-client' });
    expect((await call(client, 'next_card')).card.question).toBe('What is two?');

    expect(viva.run(['undo']).status).toBe(1);
    expect(viva.run(['undo', '--agent', 'Test Client']).stdout).toBe(
      'Undone: 1 rating of agent:test-client\n',
    );
    expect(viva.run(['undo', '--agent', 'Test Client']).status).toBe(1);
    expect(viva.json(['list', 'is:new']).cards).toHaveLength(2);
  });

  test('looks: search, due, stats, plans, modules', async () => {
    const viva = home();
    const client = await connect(viva);
    expect(await call(client, 'search_cards', { query: 'two' })).toMatchObject({ total: 1 });
    const { cards: two } = await call(client, 'search_cards', { query: 'two' });
    expect(await call(client, 'search_cards', { query: two[0].id.slice(0, 6) })).toMatchObject({
      total: 1,
    });
    expect(await call(client, 'search_cards', { query: 'module:Alpa' })).toMatchObject({
      ...{ total: 0, cards: [], message: 'No card matches "module:Alpa".' },
      hint: 'Did you mean "Alpha"?',
    });
    expect(await call(client, 'search_cards', { query: 'due:never' })).toMatchObject({
      error: { code: 'query-invalid' },
    });
    expect(await call(client, 'due')).toMatchObject({ today: { new: 2 } });
    expect(await call(client, 'stats')).toHaveProperty('cards');
    expect(await call(client, 'plan_status')).toEqual({ plans: [] });
    const { resources } = await client.listResources();
    expect(resources).toMatchObject([{ uri: 'viva://module/Alpha', name: 'Alpha' }]);
    const { contents } = await client.readResource({ uri: 'viva://module/Alpha' });
    expect(contents[0]).toMatchObject({ mimeType: 'text/markdown' });
    expect(JSON.stringify(contents)).toContain('What is two?');
  });

  test('keeps proposals as drafts until the person accepts them', async () => {
    const viva = home();
    const client = await connect(viva);
    const proposal = { question: 'What is three?', answer: 'Three.', module: 'Alpha' };
    expect(await call(client, 'propose_card', proposal)).toMatchObject({ draft: 1 });
    const two = { ...proposal, question: 'A?\n\n### ★★☆\n\n**Q:** B?\n\n**A:** C' };
    expect(await call(client, 'propose_card', two)).toHaveProperty('error');
    expect(
      await call(client, 'propose_card', { question: 'Four?', answer: 'Four.' }),
    ).toMatchObject({ draft: 2 });
    expect(viva.json(['list']).cards).toHaveLength(2);
    expect(viva.run(['drafts']).stdout).toContain('1  What is three?');
    expect(viva.run(['drafts', 'show', '1']).stdout).toContain('Three.');
    expect(viva.run(['drafts', 'accept', '1']).stdout).toBe('Draft 1 is now a card of "Alpha".\n');
    expect(viva.run(['drafts', 'accept', '1'])).toMatchObject({ status: 1 });
    expect(readFileSync(join(viva.home, 'decks/a.md'), 'utf8')).toContain('What is three?');
    expect(viva.run(['drafts', 'drop', 'all']).stdout).toBe('1 draft dropped.\n');
    expect(viva.json(['drafts'])).toMatchObject({ drafts: [] });
    expect(viva.json(['list']).cards).toHaveLength(3);
  });

  test('goes on beside an open review, and rates nothing that was rated there', async () => {
    const viva = home();
    const client = await connect(viva);
    const { card } = await call(client, 'next_card');
    await call(client, 'reveal_card', { id: card.id });
    expect(viva.run(['grade', card.id, 'good']).status).toBe(0);
    expect(await call(client, 'grade_card', { id: card.id, rating: 1 })).toHaveProperty('error');
    expect((await call(client, 'show_card', { id: card.id })).history).toHaveLength(1);
    expect((await call(client, 'next_card')).card.id).not.toBe(card.id);
  });

  test('only looks with --read-only', async () => {
    const client = await connect(home(), ['--read-only']);
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toContain('next_card');
    expect(names).not.toContain('grade_card');
    expect(names).not.toContain('propose_card');
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  test('answers rubbish with nothing but protocol, and ends with its input', async () => {
    const viva = home();
    const child = spawn(process.execPath, [BIN, 'mcp'], {
      env: { VIVA_HOME: join(viva.home, 'viva'), VIVA_NOW: viva.now },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const hello = {
      ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
      params: {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: '', version: '' },
      },
    };
    for (const message of [
      'rubbish',
      '{}',
      '[]',
      '{"jsonrpc":"2.0","id":9,"method":"no/such"}',
      JSON.stringify(hello),
      '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"no_such"}}',
      '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"show_card","arguments":{"id":7}}}',
      '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"due","arguments":{}}}',
      `{"jsonrpc":"2.0","id":5,"method":"resources/read","params":{"uri":"viva://module/..%2F..%2Fetc"}}`,
    ]) {
      child.stdin.write(`${message}\n`);
    }
    const answered = () => out.includes('"id":4') && out.includes('"id":5');
    for (let n = 0; n < 500 && !answered(); n++) await new Promise((done) => setTimeout(done, 20));
    child.stdin.end();
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect(status).toBe(0);
    for (const line of out.trim().split('\n')) {
      expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
    }
    expect(out).toContain('"today"');
  });
});
