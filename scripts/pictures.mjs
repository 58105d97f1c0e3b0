// Makes the README's pictures from the real program: npm run pictures [-- movie] for the moving one alone
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openChromium } from '../tests/support/chromium.mjs';
import { movingSvg, screenSvg } from '../tests/support/terminal/svg.mjs';
import { openTerminal } from '../tests/support/terminal/terminal.mjs';
import { playYear } from './year-of-reviews.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'docs', 'pictures');
/** The text waited for may be on the screen before the rest of its frame, ms. */
const SETTLED = 500;
const MOVED = pathToFileURL(join(root, 'tests', 'support', 'moved-clock.mjs')).href;
const home = mkdtempSync(join(tmpdir(), 'viva-pictures-'));
mkdirSync(out, { recursive: true });

try {
  await movieOfReview();
  if (process.argv[2] !== 'movie') await stillPictures();
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function stillPictures() {
  const args = [join(root, 'bin', 'viva'), 'review', 'kv', 'cache', 'memory', 'module:22'];
  const env = { VIVA_HOME: home, VIVA_NOW: '2026-11-24T07:30:00Z' };
  const terminal = openTerminal(process.execPath, args, { columns: 88, rows: 26, env });
  await terminal.waitFor('Welcome to viva');
  terminal.send(' ');
  await terminal.waitFor('show answer');
  save('question', 'viva: the question side of a card', terminal);
  terminal.send(' ');
  await terminal.waitFor('1 Again');
  save('answer', 'viva: the answer side of a card with the four ratings', terminal);
  terminal.send('qq');
  await terminal.waitForExit();
  await pictureInterview();
  await pictureStatistics();
  await pictureReport();
}

/** A session of three cards: question, answer, rating, and what is said at the end. */
async function movieOfReview() {
  const clock = join(home, 'clock');
  let seconds = 0;
  const wait = () => {
    seconds += 9;
    writeFileSync(clock, `${seconds * 1000}`);
  };
  wait();
  const query = ['module:22', 'kv', 'cache', 'memory'];
  const args = ['--import', MOVED, join(root, 'bin', 'viva'), 'review', ...query];
  const env = { VIVA_HOME: join(home, 'movie'), MOVED_CLOCK: clock };
  const terminal = openTerminal(process.execPath, args, { columns: 88, rows: 26, env });
  const frames = [];
  const show = async (wanted, shown) => {
    await terminal.waitFor(wanted);
    wait();
    frames.push({ cells: terminal.cells(), seconds: shown });
  };
  await terminal.waitFor('Welcome to viva');
  terminal.send(' ');
  await show('show answer', 2);
  for (const [rating, wanted] of [
    ['3', 'show answer'],
    ['1', 'show answer'],
    ['q', 'Accuracy'],
  ]) {
    terminal.send(' ');
    await show('1 Again', 2.6);
    terminal.send(rating);
    await show(wanted, 1.6);
  }
  terminal.send('q');
  await terminal.waitForExit();
  const title = 'viva: a review, question by question, each rated from 1 to 4';
  writeFileSync(join(out, 'review.svg'), movingSvg(frames, title, 1));
}

async function pictureInterview() {
  const clock = join(home, 'clock');
  writeFileSync(clock, '0');
  const wishes = ['--company', 'Google', '--seed', '7', '--no-record'];
  const args = ['--import', MOVED, join(root, 'bin', 'viva'), 'interview', ...wishes];
  const env = { VIVA_HOME: home, MOVED_CLOCK: clock };
  const terminal = openTerminal(process.execPath, args, { columns: 88, rows: 14, env });
  await terminal.waitFor('show answer');
  terminal.send('ssst');
  await terminal.waitFor('Your answer');
  terminal.send('The image is cut into patches, which');
  writeFileSync(clock, '101000');
  await terminal.waitFor(/3:1\d of 5:00 .*which█/s);
  save('interview', 'viva: a question of a mock interview with its countdown', terminal);
  terminal.send('\u001b');
  terminal.kill('SIGTERM');
  await terminal.waitForExit();
}

async function pictureStatistics() {
  await playYear(home, join(home, 'viva.db'), Date.parse('2026-11-24T00:00:00Z'));
  await pictureBrowser();
  const env = { VIVA_HOME: home, VIVA_NOW: '2026-11-24T07:30:00Z' };
  const args = [join(root, 'bin', 'viva'), 'stats'];
  const terminal = openTerminal(process.execPath, args, { columns: 88, rows: 29, env });
  await terminal.waitFor('q quit');
  terminal.send('2');
  await terminal.waitFor('Reviews by hour');
  save('stats', 'viva: a year of reviews as a heat map, and the hours of the day', terminal);
  terminal.send('q');
  await terminal.waitForExit();
}

async function pictureBrowser() {
  const env = { VIVA_HOME: home, VIVA_NOW: '2026-11-24T07:30:00Z' };
  const args = [join(root, 'bin', 'viva'), 'browse', 'part:Inference', '--sort', 'recall'];
  const terminal = openTerminal(process.execPath, args, { columns: 110, rows: 30, env });
  await terminal.waitFor('? help');
  terminal.send('jvvj');
  await terminal.waitFor('2 marked');
  await setTimeout(SETTLED);
  save('browse', 'viva: the browser with its list and the card at the cursor', terminal);
  terminal.send('q');
  await terminal.waitForExit();
}

/** The page of `viva stats --html`, as Debian's Chromium shows it (CHROMIUM names another). */
async function pictureReport() {
  const page = join(home, 'report.html');
  const env = { ...process.env, VIVA_HOME: home, VIVA_NOW: '2026-11-24T07:30:00Z', TZ: 'UTC' };
  execFileSync(process.execPath, [join(root, 'bin', 'viva'), 'stats', '--html', page], { env });
  const browser = await openChromium();
  const view = await browser.newPage({ viewport: { width: 800, height: 1000 } });
  await view.goto(pathToFileURL(page).href);
  await view.screenshot({ path: join(out, 'report.png') });
  await browser.close();
  console.log('docs/pictures/report.png');
}

function save(name, title, terminal) {
  writeFileSync(join(out, `${name}.svg`), screenSvg(terminal.cells(), title));
  console.log(`docs/pictures/${name}.svg`);
}
