import { config } from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// zod's small build: its schemas are made in a third of the time, which every start of viva pays.
// It says no more than "Invalid input" unless it is given a language.
config(en());

// What viva uses of it by name: a bundle of all of it would have all its languages.
export type { infer, ZodMiniType } from 'zod/mini';
export {
  _default,
  array,
  boolean,
  coerce,
  discriminatedUnion,
  enum,
  extend,
  instanceof,
  int,
  iso,
  lazy,
  length,
  literal,
  looseObject,
  maximum,
  maxLength,
  minimum,
  minLength,
  null,
  nullable,
  number,
  object,
  optional,
  overwrite,
  pick,
  pipe,
  positive,
  record,
  refine,
  regex,
  strictObject,
  string,
  transform,
  trim,
  union,
  unknown,
} from 'zod/mini';
export { $ZodError } from 'zod/v4/core';
