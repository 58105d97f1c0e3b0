/**
 * Tells whether a mail address asks for a file to be attached: some mail
 * programs would send one of the person's own files along.
 */
export function attachesFile(url: URL): boolean {
  if (url.protocol !== 'mailto:') return false;
  return [...url.searchParams.keys()].some((name) => /attach|insert/i.test(name));
}
