declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A card's permanent name: 12 lower-case base-32 characters. */
export type CardId = Branded<string, 'CardId'>;

/** A journal event's name: a ULID, so that ids sort by time. */
export type EventId = Branded<string, 'EventId'>;

/** The number of a scheduler configuration under which reviews were made. */
export type ConfigId = Branded<number, 'ConfigId'>;

/** Whole days from 1970-01-01 to the local date on which a study day began. */
export type StudyDay = Branded<number, 'StudyDay'>;

/** Takes text already known to be a card id (a database row, a freshly made id). */
export const cardId = (text: string): CardId => text as CardId;

/** Takes text already known to be an event id. */
export const eventId = (text: string): EventId => text as EventId;

/** Takes a number already known to be a configuration id. */
export const configId = (value: number): ConfigId => value as ConfigId;

/** Takes a whole number of days since 1970-01-01. */
export const studyDay = (value: number): StudyDay => value as StudyDay;
