declare const VIVA_VERSION: string;

const args = process.argv.slice(2);

// Asked often by scripts, so nothing is loaded for it.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${VIVA_VERSION}\n`);
} else {
  const { runProcess } = await import('./cli/live.js');
  await runProcess(args, VIVA_VERSION);
}
