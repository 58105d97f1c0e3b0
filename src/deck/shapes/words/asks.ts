const MARK = /[?？؟]\s*["'”’)\]*_`.]*$/;
/** The words with which questions and exercises begin, in the languages of well-known lists. */
const BEGINNINGS = [
  // English
  "what|what's|whats|why|how|when|where|which|who|whom|whose|in what|in which|for what|is|are|was|were|do|does|did|can|could|should|would|will|has|have|if you",
  'explain|describe|define|name|list|give|tell|compare|contrast|discuss|write|implement|create|design|find|show|state|mention|differentiate|distinguish|difference|differences|different|suppose|given|imagine|consider|calculate|compute|provide|outline|identify|elaborate|talk|have you|are there|reverse|print|advantages|pros and cons',
  // German, Dutch
  'wie|warum|weshalb|welche[rsnm]?|wann|wer|wo|wozu|erkläre|nenne|beschreibe|was|wat|hoe|waarom|welke|wanneer|leg uit',
  // French, Spanish, Portuguese, Italian
  "quel|quels|quelle|quelles|comment|pourquoi|qu'est|expliquez|décrivez|qué|que|cómo|como|cuál|cuáles|cuándo|por qué|por que|dónde|explica|explique|qual|quais|quando|o que|che cosa|cosa|come|perché|quale|quali|spiega",
  // Polish, Czech, Turkish, Indonesian, Vietnamese
  'co to|czym|jak|jaka|jakie|dlaczego|wyjaśnij|nedir|nasıl|neden|apa|bagaimana|mengapa|jelaskan|thế nào|tại sao|giải thích',
  // Russian, Ukrainian
  'что|как|какие|какой|какая|какое|каких|зачем|почему|чем|когда|где|кто|для чего|объясните|опишите|назовите|расскажите|що|як|які|який|чому|поясніть',
];
/** Verbs that begin the names of many things as well. */
const TASK =
  /^[^\p{L}]*(?:name|list|compare|contrast|write|implement|create|design|find|show|state|provide|outline|given|print|reverse|advantages|pros and cons|is|are)\b/iu;
const WORD = new RegExp(`^(?:${BEGINNINGS.join('|')})(?=$|[^\\p{L}\\p{N}])`, 'iu');
/** Scripts without spaces between words ask by words within. */
const WITHIN =
  /什么|如何|怎么|为什么|哪些|区别|何ですか|とは|なぜ|무엇|어떻게|이란|คืออะไร|อย่างไร|ทำไม|ما هو|ما هي|كيف|لماذا/;
const VERSUS = /\s(?:vs\.?|versus)\s/i;

/** Does a text end in a question mark? */
export const endsAsking = (text: string) => MARK.test(text.trimEnd());

/** Is a title that of a guide, "How to learn it", and no question? */
export function isGuide(title: string): boolean {
  return /^how to\b/i.test(title) && !endsAsking(title);
}

/** Does a title that asks do so by its mark or a question's word? "Reverse engineering" sets no task. */
export function isQuestion(title: string): boolean {
  return endsAsking(title) || (!isGuide(title) && !TASK.test(title));
}

/** Does a text ask or set a task, by its mark or by its first words? */
export function asks(text: string): boolean {
  if (endsAsking(text)) return true;
  const bare = text.replace(/^[^\p{L}\p{N}`]+/u, '');
  return WORD.test(bare) || WITHIN.test(text) || VERSUS.test(text);
}
