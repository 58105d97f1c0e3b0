import * as z from '../../model/schema.js';

const text = z.pipe(
  z.union([z.string(), z.number(), z.null()]),
  z.transform((value) => (value === null ? '' : String(value).replaceAll(/\s+/g, ' ').trim())),
);

const tag = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value).trim()),
);

const tags = z.pipe(
  z.pipe(
    z.union([z.array(tag), z.string(), z.number(), z.null()]),
    z.transform((value) => (Array.isArray(value) ? value : String(value ?? '').split(','))),
  ),
  z.transform((names) => [...new Set(names.map((name) => name.trim()).filter((n) => n !== ''))]),
);

const number = z.optional(
  z.union([
    z.int().check(z.minimum(0)),
    z.pipe(z.string().check(z.regex(/^\s*\d{1,9}\s*$/)), z.transform(Number)),
    z.null(),
  ]),
);

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The front matter of a module. Keys the format does not know are kept. */
export const moduleSchema = z.looseObject({
  title: text.check(z.refine((value) => value !== '')),
  part: z.optional(text),
  number,
  emoji: z.optional(text),
  subtitle: z.optional(text),
  tags: z.optional(tags),
  verified: z.optional(text.check(z.refine((value) => MONTH.test(value)))),
});

/** What each key must be, for the message when it is not. */
export const KEY_RULES: Readonly<Record<string, string>> = {
  title: 'title must be text: write title: "The module\'s name"',
  part: 'part must be text: write part: "Its part of the syllabus"',
  number: 'number must be a whole number of 0 or more: write number: 22',
  emoji: 'emoji must be text: write emoji: "💾"',
  subtitle: 'subtitle must be text: write subtitle: "One line"',
  verified: 'verified must be a month: write verified: 2026-12',
  tags: 'tags must be a list of words: write tags: ["one", "two"]',
};
