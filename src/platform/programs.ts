import { spawn, spawnSync } from 'node:child_process';

/** What starts a person's own programs, as Node's functions of these names do. */
export interface Programs {
  readonly spawn: typeof spawn;
  readonly spawnSync: typeof spawnSync;
}

/**
 * Returns what starts programs on a platform, without a shell of ours. On Windows many are `.cmd` files,
 * which Node refuses to start itself: cross-spawn hands them to cmd.exe, with every argument quoted.
 */
export async function programsOn(platform: NodeJS.Platform): Promise<Programs> {
  if (platform !== 'win32') return { spawn, spawnSync };
  const { default: crossSpawn } = await import('cross-spawn');
  return {
    spawn: crossSpawn.spawn as typeof spawn,
    spawnSync: crossSpawn.sync as typeof spawnSync,
  };
}
