/** A reader is `{ tokens, position, limit, approximate }`: a place in a list of tokens that the parsers move on. */

/** The token ahead of the reader, or undefined at its limit. */
export function peek(reader, ahead = 0) {
  const index = reader.position + ahead;
  return index < reader.limit ? reader.tokens[index] : undefined;
}

/** Whether a token is one of these operators. */
export function isOperator(token, signs) {
  return token?.type === 'operator' && signs.includes(token.operator);
}
