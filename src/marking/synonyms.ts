/**
 * Words of the field that mean the same, a line a meaning; the first names it. Several words
 * are a phrase. Only what stands for the other nearly everywhere: kindred is not the same.
 */
const MEANINGS = `
key value cache, kv cache, kv-cache, kv
language model, large language model, llm, llms
graphics processor, gpu, gpus, accelerator, accelerators
high bandwidth memory, hbm, vram, gpu memory, device memory
shared memory, sram, on-chip memory, on chip memory
memory bandwidth, memory bound, bandwidth bound, memory-bound, bandwidth-bound
compute bound, compute-bound, flops bound
matrix multiplication, matmul, matmuls, gemm, matrix multiply, matrix product
floating point operations, flops, flop
mixture of experts, moe
retrieval augmented generation, rag
reinforcement learning from human feedback, rlhf
reinforcement learning, rl
direct preference optimization, dpo
proximal policy optimization, ppo
supervised fine-tuning, sft, instruction tuning
fine-tuning, fine tuning, finetuning, finetune, fine-tune
low rank adaptation, lora
multi-head attention, mha
grouped query attention, gqa, grouped-query attention
multi-query attention, mqa
multi-head latent attention, mla
rotary position embedding, rope, rotary embedding, rotary embeddings
layer normalization, layer norm, layernorm
batch normalization, batch norm, batchnorm
root mean square normalization, rmsnorm, rms norm
feed-forward network, ffn, mlp, feedforward, feed-forward
stochastic gradient descent, sgd
backpropagation, backprop, backward pass, backward
gradient, gradients, grad, grads
loss scaling, loss scaler, gradscaler, grad scaler
checkpoint, ckpt, ckpts, snapshot
data loader, dataloader, data loading
garbage collection, garbage collector, gc
hidden size, hidden dimension, hidden dim, hidden width, model dimension, d_model, width
context window, context length, context size
chain of thought, chain-of-thought, cot
few-shot, few shot, worked example, worked examples, examples, example, demonstrations
forward pass, forward
learning rate, lr, step size
kullback-leibler divergence, kl divergence, kl, relative entropy
cross entropy, cross-entropy, log loss, negative log likelihood, nll
maximum likelihood, mle
area under the curve, auc, auroc, roc auc
true positive rate, recall, sensitivity, tpr
false positive rate, fpr
positive predictive value, precision
first token, ttft, time to first token
time per output token, tpot, inter-token latency, itl
prompt processing, prefill, prompt phase
decoding, decode, generation phase, autoregressive generation
throughput, tokens per second, requests per second, qps
latency, response time, delay
tail latency, p99, p95
parameters, weights, params
hyperparameters, hyper-parameters, hyperparams
overfit, overfitting, memorize, memorise
regularization, regularisation, regularize, weight decay, l2 penalty
quantization, quantisation, quantize, quantise
half precision, fp16, float16
brain float, bf16, bfloat16
single precision, fp32, float32, 32-bit, 32 bit
eight bit, int8, fp8, 8-bit, 8 bit
four bit, int4, fp4, 4-bit, 4 bit
hash table, hash map, hashmap, dict, dictionary
breadth-first search, bfs
depth-first search, dfs
least recently used, lru
dynamic programming, dp, memoization, memoisation
approximate nearest neighbour, approximate nearest neighbor, ann
embedding, embeddings, vector representation
vocabulary, vocab
tokenizer, tokeniser, tokenization, tokenisation
database, db, datastore
load balancer, lb
service level objective, slo
service level agreement, sla
content delivery network, cdn
application programming interface, api
central processor, cpu
out of memory, oom
data parallel, data parallelism, ddp
fully sharded data parallel, fsdp, zero-3
tensor parallel, tensor parallelism, tp
pipeline parallel, pipeline parallelism, pp
all-reduce, allreduce, all reduce
all-gather, allgather, all gather
quadratic, n squared, n^2
logarithmic, log n
exponential, explode, explodes, blow up, blows up
increase, grow, raise, rise, larger, bigger, higher
decrease, shrink, reduce, lower, smaller, fewer
fast, quick, speed up, faster, quicker, speedup
slow, slower, slow down, slowdown
cheap, inexpensive, low cost
expensive, costly
error, mistake, failure, fault, fail, fails, failed
store, keep, hold, save, persist
reuse, re-use, share
drop, discard, remove, evict, delete
split, shard, partition, divide
combine, merge, join, aggregate
choose, select, pick
estimate, approximate, approximation
average, mean
standard deviation, std, stdev
maximum, max
minimum, min
infinity, inf, infinite
square root, sqrt
sum, summation, add up, adds up
variance, spread, noise, noisy
bias, biased, systematic error
probability, likelihood, chance
sample, draw, sampling
user, customer, client
test, evaluate, evaluation, eval, benchmark
monitor, alert, observe, observability, track
limit, cap, ceiling
repeat, repetition, repetitions
measure, metric, metrics
deny, denial, reject, refuse, refusal
permission, authorization, authz
roll back, rollback, revert, undo
synchronize, sync, synchronization
hash, checksum, digest, fingerprint
annotator, rater, labeler, labeller
verbosity, verbose, length, long
configuration, config
document, doc, docs
sequence, seq
message, msg, msgs
request, req, reqs
argument, arg, args
environment, env
frequency, freq
regular expression, regex
compile time, compile-time, build time, build-time
run time, runtime, run-time
start-up, startup, start up, cold start
command line, cli
fallback, degrade, graceful degradation
safe, safety, guardrail, guardrails
jailbreak, prompt injection, adversarial prompt
2, two
3, three
4, four
5, five
6, six
7, seven
8, eight
9, nine
10, ten
hallucinate, hallucination, make up, fabricate
`;

/** Each meaning as its phrases, the first of which names it. */
export const SYNONYMS: readonly (readonly string[])[] = MEANINGS.trim()
  .split('\n')
  .map((line) => line.split(', '));
