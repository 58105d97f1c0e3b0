/**
 * Does the locale say that text is UTF-8? Takes the environment; where it says
 * nothing (Windows, most containers) Unicode is taken for granted.
 */
export function supportsUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale === undefined || locale === '' || /utf-?8/i.test(locale);
}
