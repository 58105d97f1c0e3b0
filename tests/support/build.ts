import { execFileSync } from 'node:child_process';

/** Builds the program once before the tests, so that none runs an old one. */
export default function build(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
