/** Said of a card whose answer tells nothing. */
export const ANSWER_SAME = 'the answer says the same as the question: write what is to be recalled';

/** Does an answer say no more than its question, as where what told them apart did not come? */
export function repeatsQuestion(question: string, answer: string): boolean {
  return answer.trim() !== '' && question.trim() === answer.trim();
}
