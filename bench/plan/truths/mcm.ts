import { normal, type Random, type Rating } from '../product.js';
import { buttonFor, drawUnknown } from './buttons.js';
import type { Instant, Mind, Truth } from './truth.js';

const INTEGRATORS = 60;
/** Time constant of integrator i, days: FASTEST · RATIO^i. */
const FASTEST = 0.01;
const RATIO = 1.18;
/** How strongly a look is stored: after a hit, a hit at first, a miss. */
const HIT = 9;
const FIRST_HIT = 3;
const MISS = 1;
const MAX_RECALL = 0.985;

/**
 * The multiscale context model: a cascade of leaky integrators, each of which
 * stores what the faster ones together have lost by the time of a look
 * (Mozer, Pashler, Cepeda, Lindsey & Vul 2009, NIPS 22, 1321-1329).
 */
export const MCM: Truth = {
  name: 'MCM',
  isFsrs: false,
  draw: (cards, random) => {
    const power = 0.22 * Math.exp(0.2 * normal(random));
    const own = 6 * Math.exp(0.5 * normal(random));
    const slowness = Float64Array.from(
      { length: cards },
      () => own * Math.exp(0.8 * normal(random)),
    );
    return { mind: new McmMind(power, slowness), unknown: drawUnknown(random) };
  },
};

export class McmMind implements Mind {
  readonly #weights: Float64Array;
  readonly #slowness: Float64Array;
  readonly #levels: Float64Array;
  readonly #last: Float64Array;

  /** Takes the power of forgetting, and by how much each card is forgotten more slowly. */
  constructor(power: number, slowness: Float64Array) {
    this.#slowness = slowness;
    this.#levels = new Float64Array(slowness.length * INTEGRATORS);
    this.#last = new Float64Array(slowness.length).fill(Number.NaN);
    this.#weights = Float64Array.from(
      { length: INTEGRATORS },
      (_, i) => RATIO ** (-power * (i + 1)),
    );
  }

  recall(card: number, at: Instant): number {
    if (Number.isNaN(this.#last[card])) return 0;
    const elapsed = this.#elapsed(card, at);
    let sum = 0;
    let total = 0;
    for (let i = 0; i < INTEGRATORS; i++) {
      const weight = this.#weights[i] ?? 0;
      const level = this.#levels[card * INTEGRATORS + i] ?? 0;
      sum += weight * level * Math.exp(-elapsed / (SCALES[i] ?? 1));
      total += weight;
    }
    return Math.min(MAX_RECALL, sum / total);
  }

  button(_card: number, recall: number, hit: boolean, _first: boolean, random: Random): Rating {
    return buttonFor(recall, hit, random);
  }

  look(card: number, at: Instant, rating: Rating): void {
    const isFirst = Number.isNaN(this.#last[card]);
    const strength = rating === 1 ? MISS : isFirst ? FIRST_HIT : HIT;
    const elapsed = isFirst ? 0 : this.#elapsed(card, at);
    const faded = Float64Array.from(
      { length: INTEGRATORS },
      (_, i) => (this.#levels[card * INTEGRATORS + i] ?? 0) * Math.exp(-elapsed / (SCALES[i] ?? 1)),
    );
    let sum = 0;
    let total = 0;
    faded.forEach((level, i) => {
      const weight = this.#weights[i] ?? 0;
      sum += weight * level;
      total += weight;
      this.#levels[card * INTEGRATORS + i] = level + strength * Math.max(0, 1 - sum / total);
    });
    this.#last[card] = at.days;
  }

  #elapsed(card: number, { days }: Instant): number {
    return Math.max(0, days - (this.#last[card] ?? 0)) / (this.#slowness[card] ?? 1);
  }
}

const SCALES = Float64Array.from({ length: INTEGRATORS }, (_, i) => FASTEST * RATIO ** (i + 1));
