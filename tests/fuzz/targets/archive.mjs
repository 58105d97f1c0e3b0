import { law, same } from '../law.mjs';
import { ARCHIVE_TOKENS } from '../seeds.mjs';

/** The archives that `viva export` writes, in both forms, cut into chunks anywhere. */
export const archive = {
  name: 'archive',
  share: 1,
  whole: true,
  sources: {
    readJson: 'src/export/read-json.ts',
    readJsonl: 'src/export/read-jsonl.ts',
    jsonPieces: 'src/export/json.ts',
    jsonlPieces: 'src/export/jsonl.ts',
    VivaError: 'src/model/error.ts',
    HEAD: 'tests/unit/export/archive-samples.ts',
    RECORDS: 'tests/unit/export/archive-samples.ts',
  },
  tokens: ARCHIVE_TOKENS,
  seeds: ({ jsonPieces, jsonlPieces, HEAD, RECORDS }) => [
    [...jsonPieces(HEAD, RECORDS)].join(''),
    [...jsonlPieces(HEAD, RECORDS)].join(''),
    [...jsonPieces(HEAD, [])].join(''),
    [...jsonlPieces(HEAD, [])].join(''),
  ],
  check(functions, text, random) {
    const bytes = Buffer.from(text, random.below(8) === 0 ? 'latin1' : 'utf8');
    for (const read of [functions.readJson, functions.readJsonl]) {
      const whole = recordsOf(read, [bytes], functions);
      const parts = recordsOf(read, chunksOf(bytes, random), functions);
      same('where the chunks end changes nothing', parts, whole);
      checkAgain(whole, functions);
    }
  },
};

/** What was read, and the code of the error that ended it. */
function recordsOf(read, chunks, { VivaError }) {
  const records = [];
  try {
    for (const record of read(chunks, 'fuzz.json')) records.push(record);
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    law('an archive is refused as one', error.code === 'import-failed', () => error.code);
    law('an error is no longer than a person reads', error.message.length < 1000);
    return { records, code: error.code };
  }
  return { records, code: null };
}

/** What was read as whole is written and read as the same. */
function checkAgain({ records, code }, functions) {
  if (code !== null) return;
  const text = [...functions.jsonlPieces(functions.HEAD, records)].join('');
  const again = recordsOf(functions.readJsonl, [Buffer.from(text)], functions);
  same('what is read is written and read as the same', again, { records, code: null });
}

function chunksOf(bytes, random) {
  const chunks = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + random.below(random.of([2, 20, 500]));
    chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return chunks;
}
