// npm run bench: what viva costs (bench/run.mjs); npm run bench -- plan: how good its plans are.
await import(process.argv[2] === 'plan' ? './plan/run.mjs' : './run.mjs');
