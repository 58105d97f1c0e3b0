import { byLastSeen, freshShare, type Rival, seenCards } from './rival.js';

/** New cards spread evenly to 70 % of the sessions; then what was seen least recently. */
export const BLOCKED: Rival = {
  name: 'blocked',
  choose: (outlook) => [...freshShare(outlook, 0.7), ...byLastSeen(seenCards(outlook), outlook)],
};
