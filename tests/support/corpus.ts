/** What the shared collection holds, counted once: every way of reading it must come to the same. */
export const CORPUS = {
  modules: 83,
  cards: 459,
  /** Cards by stars. */
  stars: { 1: 21, 2: 231, 3: 207 },
  /** Cards by company; a card of two counts for both. */
  companies: { Google: 259, Anthropic: 237, OpenAI: 206, Meta: 142, Databricks: 37 },
  /** Modules by part. */
  parts: {
    'The Transformer': 10,
    Training: 12,
    Inference: 6,
    Architectures: 6,
    Applications: 6,
    'Trust & Evaluation': 6,
    'Interview Prep': 1,
    'AI Engineering': 19,
    'Design Reviews': 17,
  },
  answersCutOff: 282,
  questionsCutOff: 70,
} as const;
