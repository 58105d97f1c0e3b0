declare const VIVA_VERSION: string;

const args = process.argv.slice(2);

// Asked often by scripts, so nothing is loaded for it.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${VIVA_VERSION}\n`);
} else if (args[0] === 'complete') {
  // What the shell asks at every Tab: so nothing that other commands need is loaded.
  const { complete } = await import('./cli/complete.js');
  const write = (text: string) => void process.stdout.write(text);
  const words = args.slice(args[1] === '--' ? 2 : 1);
  process.exitCode = await complete(words, { env: process.env, platform: process.platform, write });
} else {
  const { runProcess } = await import('./cli/live.js');
  await runProcess(args, VIVA_VERSION);
}
