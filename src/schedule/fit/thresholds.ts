/** Predictions from which the four initial stabilities can be fitted. */
export const MIN_INITIAL = 100;

/** Predictions from which all weights are trained: with fewer they come out worse, not better. */
export const MIN_ALL = 1_000;

/** Predictions that must be left to test on. */
export const MIN_TESTED = 50;

/** New reviews after which another training is worth its while. */
export const MIN_NEW_REVIEWS = 300;
