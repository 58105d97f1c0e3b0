import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A repository on this machine that stands for one elsewhere: a work tree that is committed to. */
export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'viva-repository-'));

  constructor(files: Readonly<Record<string, string>>) {
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit(files);
  }

  /** What viva is given as its address. */
  get address(): string {
    return pathToFileURL(this.folder).href;
  }

  git(...args: string[]): string {
    const settings = ['user.name=A', 'user.email=a@example.org', 'commit.gpgSign=false'];
    return execFileSync('git', [...settings.flatMap((s) => ['-c', s]), ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Commits the work tree with these files in it; a text of null removes one. */
  commit(files: Readonly<Record<string, string | null>>): void {
    for (const [name, text] of Object.entries(files)) {
      if (text === null) rmSync(join(this.folder, name), { recursive: true, force: true });
      else this.write(name, text);
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', 'change');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
