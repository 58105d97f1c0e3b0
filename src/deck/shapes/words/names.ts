/*
 * What lists in many languages call a question and an answer, as parts of regular expressions
 * that ignore case. The words that only one of the shapes takes stand with that shape.
 */

/** Words for a question; some stand for it alone, so that letters such as "Q" are none of them. */
export const QUESTION_WORDS =
  'question|frage|pregunta|pergunta|domanda|вопрос|питання|pytanie|soru|pertanyaan|问题|問題|質問|질문';

/** Words for an answer. */
export const ANSWER_WORDS =
  'answers?|answer guide|sample answers?|model answers?|example answers?|expected answers?|suggested answers?|ideal answers?|good answers?|strong answers?|your answer|antwort|respuesta|réponse|resposta|risposta|ответ|відповідь|odpowiedź|cevap|jawaban|答案|回答|答え|정답|답변|คำตอบ';

/** What a line that says how hard a question is calls that, as alternatives of a regular expression. */
export const LEVEL_NAMES = 'difficulty|level|schwierigkeit|dificultad|сложность';
