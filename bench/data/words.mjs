// Words to write with: some rare, some in every card, as in a person's notes.
const COMMON = `the of and a to in is that it as for with be by on are this from at which each
 model layer token weight value query key batch step loss rate memory cache size time data cost`;
const RARE = `attention softmax gradient entropy kernel tensor latency throughput quantization
 pruning distillation embedding tokenizer perplexity dropout momentum scheduler checkpoint
 sharding pipeline replica consensus eviction prefetch bandwidth roofline occupancy speculative
 decoding beam sampling temperature calibration ablation benchmark regression variance bias
 precision recall retrieval reranker index posting vector cluster centroid hashing bloom filter`;

const words = (text) => text.split(/\s+/).filter(Boolean);
const common = words(COMMON);
const rare = words(RARE);
/** Names of things, of which each stands in few cards. */
const NAMES = 20_000;

/** So many words; `random` gives numbers in 0..1. */
export function sentence(random, length) {
  return Array.from({ length }, () => word(random)).join(' ');
}

function word(random) {
  const kind = random();
  if (kind < 0.8) return common[Math.floor(random() * common.length)];
  if (kind < 0.9) return `name${Math.floor(random() * NAMES)}`;
  return rare[Math.floor(random() * rare.length)];
}
