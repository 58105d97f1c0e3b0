import type { BreakDays } from '../../model/settings.js';
import { counted } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { Peek } from '../../store/library/peek.js';
import { type Completion, type NameKind, plainCompletions } from '../contract/values.js';

/** Returns the names of a kind that a database knows; `start` narrows cards down. */
export function storedNames(
  peek: Peek,
  kind: Exclude<NameKind, 'break'>,
  start: string,
): readonly Completion[] {
  switch (kind) {
    case 'card':
      return peek
        .cards(start.toLowerCase())
        .map(({ id, question }) => ({ word: id, about: visibleLine(question) }));
    case 'plan':
      return planNames(peek);
    case 'parameters':
      return parameterNumbers(peek);
    default:
      return peek.names(kind).map(({ name, cards }) => ({
        word: name,
        about: counted(cards, 'card'),
      }));
  }
}

/** A break is named by its first day. */
export function breakNames(breaks: readonly BreakDays[]): Completion[] {
  return breaks.map(({ from, to }) => ({ word: from, about: `until ${to}` }));
}

/** A plan can be named by its name or its number: names first. */
function planNames(peek: Peek): Completion[] {
  const plans = peek.plans();
  return [
    ...plans.map(({ number, name, day }) => ({
      word: name,
      about: `plan ${number}, ${formatStudyDay(day)}`,
    })),
    ...plans.map(({ number, name }) => ({ word: String(number), about: visibleLine(name) })),
  ];
}

function parameterNumbers(peek: Peek): Completion[] {
  const sets = peek.trainings().map(({ at, reviews }, index) => ({
    word: String(index + 1),
    about: `${new Date(at).toISOString().slice(0, 10)}, ${counted(reviews, 'review')}`,
  }));
  return [...plainCompletions(['default']), ...sets];
}
