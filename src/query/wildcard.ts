/** Gives a pattern for a whole name, without case, in which `*` stands for any run of characters. */
export function wildcardPattern(name: string): RegExp {
  // Runs of * say what one says, and would make the matching slow.
  const parts = name.split(/\*+/).map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'isu');
}
