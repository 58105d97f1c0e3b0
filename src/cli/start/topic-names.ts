/** The subjects that `viva help` explains besides the commands; their texts stand in `topics.ts`. */
export const TOPIC_NAMES = ['queries', 'formats', 'plans'] as const;

export type TopicName = (typeof TOPIC_NAMES)[number];
