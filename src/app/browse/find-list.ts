import { VivaError } from '../../model/error.js';
import type { Cards } from '../cards/ports.js';
import { selectCards } from '../cards/select.js';
import type { CardLists, FoundList, ListRequest } from './ports.js';

/** Finds the cards of a query as it was typed, in the order asked for. */
export function findList(request: ListRequest, store: Cards & CardLists): FoundList {
  const { text, sort, moment } = request;
  try {
    const query = selectCards({ words: [text], flags: {} }, store, moment);
    return { keys: store.keysOf(query, sort, moment) };
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return { error: { message: error.message, hint: error.hint } };
  }
}
