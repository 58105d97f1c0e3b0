import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { type $ZodType, type input, type output, toJSONSchema } from 'zod/v4/core';

/** A schema with what the protocol tells of it, which zod's small build leaves to its user. */
export function toolInput<T extends $ZodType>(
  schema: T,
): StandardSchemaWithJSON<input<T>, output<T>> {
  const { version, vendor, validate } = schema['~standard'];
  const json = (io: 'input' | 'output') => () => toJSONSchema(schema, { io });
  return {
    '~standard': {
      ...{ version, vendor, validate },
      jsonSchema: { input: json('input'), output: json('output') },
    },
  };
}
