/**
 * The named things of a text that figures are said of: chips, models, papers, benchmarks, programs.
 */

/** Names that look like any word. */
const PLAIN = new Set(
  `Llama Claude Gemini Gemma Mistral Mixtral Qwen Chinchilla Gopher Falcon Mamba Jamba Whisper Phi Hopper
  Blackwell Ampere Rubin Transformer Adam Muon Lion Adafactor Pile Medusa Eagle Orca Triton Ray Redis Postgres
  Kubernetes Kafka Slack Discord GitHub Bedrock Azure Cerebras Groq Nemotron Kimi Grok Command Sora Flux Llava
  Elasticsearch Lucene Faiss Milvus Qdrant Zod Ink React Yoga Node Python Opus Sonnet Haiku`.split(
    /\s+/,
  ),
);
/** What looks like a name and is a unit, a number format, a measure or a common noun. */
const COMMON = new Set(
  `GPU GPUS CPU CPUS KV QK QKV FLOP FLOPS TFLOP TFLOPS PFLOPS GFLOPS FP32 FP16 FP8 FP4 BF16 TF32 INT8 INT4 NF4 MXFP4
  NVFP4 E4M3 E5M2 HTTP HTTPS JSON API APIS SSE TTFT TPOT ITL SLO SLOS QPS RPS RAM SRAM HBM DRAM SSD NVME FFN MLP MHA MQA
  GQA MLA MOE SGD RNN LSTM CNN LLM LLMS SQL ID IDS UUID UTF ASCII URL GB TB MB KB GIB MIB KIB TIB USD EUR AND OR NOT IF
  THE II III IV OK CI CD OS UI UX TTL LRU TLS DNS IP TCP UDP CDN VM VMS AWS GCP RAG SFT RLHF RL PPO DPO GRPO KL NLL BPE
  ANN HNSW IVF PQ BM25 NDCG MRR P50 P90 P95 P99 P999 TOP PP TP DP EP CP SP SM SMS CUDA IO I/O DMA PII MCP LSP CLI TUI
  ANSI PTY FIFO DAG AST REGEX HTML CSS XML YAML MD A/B N/A EOS BOS PAD MASK BIC FDR CPT LR EMA IID UTC NAN STDOUT STDERR
  STDIN README TODO MIT PDF OCR ASR TTS VAE GAN ELBO SNR DDPM DDIM CFG LM PRM ORM PDE ODE FFT SVD PCA PID SIGTERM SIGINT
  SIGKILL EOF CRLF LF NL ESC TSV CSV MFU HFU MTBF MTTR L1 L2 L3 MFLOPS DDP FSDP FOR ALL NEW NO YES ONE TWO HBM2 HBM2E HBM3 HBM3E SXM PCIE NVLINK Q K V`.split(
    /\s+/,
  ),
);
/** What goes on a name: `Llama 3.1 70B`, `H100 SXM`, `Claude Opus 4.5`. */
const MORE =
  /^(?:v?\d{1,2}(?:\.\d{1,2})?|\d+(?:\.\d+)?[BM]|\d+x\d+B|SXM\d?|PCIe|NVL\d*|Pro|Flash|Opus|Sonnet|Haiku|Turbo|Base|Large|Small|XL|XXL|Mini|Nano|Ultra|R\d|Coder|Instruct|Verified)(?![\w/%])/;
const VERSION = /^v?\d/;
const WORD = /(?<![\w/.$])[A-Za-z][\w+]*(?:[-.]\w+)*/g;

/** @returns {{ name: string, key: string, start: number, end: number }[]} names in their order */
export function namesIn(text) {
  const names = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index < (names.at(-1)?.end ?? 0) || !isName(word)) continue;
    const end = endOf(text, index + word.length, word);
    const name = text.slice(index, end);
    names.push({ name, key: keyOf(name), start: index, end });
  }
  return names;
}

function isName(word) {
  const bare = word.replace(/[’']?s$/, '');
  if (PLAIN.has(bare) || PLAIN.has(bare.split('-')[0])) return true;
  if (COMMON.has(bare.toUpperCase()) || word.length < 2) return false;
  const parts = word.split('-');
  if (parts.every((part) => COMMON.has(part.toUpperCase()) || /^[a-z\d]+$/.test(part)))
    return false;
  const hasDigit = /\d/.test(word) && /[A-Z]/.test(word) && !/^[A-Z]$/.test(parts[0]);
  return hasDigit || /[a-z][A-Z]/.test(word) || /^[A-Z]{3,}$/.test(bare);
}

/** Numbers go on a name only where that is one of a family, and nothing is counted by them. */
function endOf(text, from, word) {
  const isFamily = PLAIN.has(word.split('-')[0]);
  let end = from;
  for (;;) {
    const space = /^[ -]/.exec(text.slice(end))?.[0].length ?? 0;
    const more = space === 0 ? null : MORE.exec(text.slice(end + space));
    if (more === null || (VERSION.test(more[0]) && !isFamily)) return end;
    const after = text.slice(end + space + more[0].length);
    if (
      VERSION.test(more[0]) &&
      !/[BM]$/.test(more[0]) &&
      /^,\d|^ ?(?:[KMGTP]i?B|TFLOP|W\b|%|[a-z]+s\b)/.test(after)
    )
      return end;
    end += space + more[0].length;
  }
}

/** One key for the spellings of a name. */
function keyOf(name) {
  return name
    .replace(/^([A-Z]+\d+)s$/, '$1')
    .replace(/ SXM\d?$/, '')
    .toLowerCase()
    .replaceAll(/[-\s]+/g, ' ')
    .trim();
}
