// How samples are taken: a measure by turns with its limit, so that neither has the machine to
// itself, and what disturbs the machine for a while disturbs both.

/**
 * Takes the samples of a group of measures. Its `round` does all that the group compares once
 * and gives the samples by name: a number, or several. The first round warms up the caches and
 * is thrown away. Returns all samples by name.
 */
export async function takeSamples(group, rounds) {
  const samples = {};
  try {
    await group.begin?.();
    if (group.warmUp !== false) await group.round();
    for (let round = 0; round < rounds; round++) {
      for (const [name, taken] of Object.entries(await group.round())) {
        samples[name] = [...(samples[name] ?? []), ...[taken].flat()];
      }
    }
  } finally {
    await group.end?.();
  }
  return samples;
}

/** Milliseconds that work takes. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
