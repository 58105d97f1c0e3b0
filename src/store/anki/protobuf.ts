/** The fields of a protobuf message by number: a number, or bytes; the last of each wins. */
export type ProtobufMessage = ReadonlyMap<number, number | Uint8Array>;

/** Bytes of a field of fixed length, by its wire type. */
const FIXED: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/**
 * Reads a protobuf message (protobuf.dev, "Encoding"). What cannot be read ends
 * it: the fields before count.
 */
export function readMessage(bytes: Uint8Array): ProtobufMessage {
  return new Map(fieldsOf(bytes));
}

/** Returns the messages of a field that a message may have many times, in their order. */
export function readRepeated(bytes: Uint8Array, field: number): ProtobufMessage[] {
  return [...fieldsOf(bytes)].flatMap(([number, value]) =>
    number === field && value instanceof Uint8Array ? [readMessage(value)] : [],
  );
}

function* fieldsOf(bytes: Uint8Array): Generator<[field: number, value: number | Uint8Array]> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire === 0) {
      yield [Math.floor(tag / 8), varint()];
      continue;
    }
    const length = wire === 2 ? varint() : FIXED[wire];
    if (length === undefined || at + length > bytes.length) break;
    yield [Math.floor(tag / 8), bytes.subarray(at, at + length)];
    at += length;
  }
}

/** Returns a text of a message; empty where it has none. */
export function textField(message: ProtobufMessage, field: number): string {
  const value = message.get(field);
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}
