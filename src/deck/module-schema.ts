import * as z from 'zod';

const text = z
  .union([z.string(), z.number(), z.null()])
  .transform((value) => (value === null ? '' : String(value).replaceAll(/\s+/g, ' ').trim()));

const tag = z.union([z.string(), z.number()]).transform((value) => String(value).trim());

const tags = z
  .union([z.array(tag), z.string(), z.number(), z.null()])
  .transform((value) => (Array.isArray(value) ? value : String(value ?? '').split(',')))
  .transform((names) => [...new Set(names.map((name) => name.trim()).filter((n) => n !== ''))]);

const number = z
  .union([
    z.int().min(0),
    z
      .string()
      .regex(/^\s*\d{1,9}\s*$/)
      .transform(Number),
    z.null(),
  ])
  .optional();

/** The front matter of a module. Keys the format does not know are kept. */
export const moduleSchema = z.looseObject({
  title: text.refine((value) => value !== ''),
  part: text.optional(),
  number,
  emoji: text.optional(),
  subtitle: text.optional(),
  tags: tags.optional(),
});

/** What each key must be, for the message when it is not. */
export const KEY_RULES: Readonly<Record<string, string>> = {
  title: 'title must be text: write title: "The module\'s name"',
  part: 'part must be text: write part: "Its part of the syllabus"',
  number: 'number must be a whole number from 0 up: write number: 22',
  emoji: 'emoji must be text: write emoji: "💾"',
  subtitle: 'subtitle must be text: write subtitle: "One line"',
  tags: 'tags must be a list of words: write tags: ["one", "two"]',
};
