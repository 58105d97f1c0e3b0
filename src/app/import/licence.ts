/** What the text of each licence says, and its name as SPDX has it; the first that fits counts. */
const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/gnu affero general public license.{0,60}version 3/, 'AGPL-3.0'],
  [/gnu lesser general public license.{0,60}version 3/, 'LGPL-3.0'],
  [/gnu lesser general public license.{0,60}version 2\.1/, 'LGPL-2.1'],
  [/gnu general public license.{0,60}version 3/, 'GPL-3.0'],
  [/gnu general public license.{0,60}version 2/, 'GPL-2.0'],
  [/apache license.{0,20}version 2\.0/, 'Apache-2.0'],
  [/mozilla public license.{0,20}version 2\.0|mozilla public license version 2\.0/, 'MPL-2.0'],
  [/attribution-noncommercial-sharealike 4\.0/, 'CC-BY-NC-SA-4.0'],
  [/attribution-noncommercial-noderivatives 4\.0/, 'CC-BY-NC-ND-4.0'],
  [/attribution-noncommercial 4\.0/, 'CC-BY-NC-4.0'],
  [/attribution-noderivatives 4\.0/, 'CC-BY-ND-4.0'],
  [/attribution-sharealike 4\.0/, 'CC-BY-SA-4.0'],
  [/attribution 4\.0 international/, 'CC-BY-4.0'],
  [/attribution-sharealike 3\.0/, 'CC-BY-SA-3.0'],
  [/cc0 1\.0 universal/, 'CC0-1.0'],
  [/this is free and unencumbered software released into the public domain/, 'Unlicense'],
  [/do what the fuck you want to public license/, 'WTFPL'],
  [/permission to use, copy, modify, and(?:\/or)? distribute this software/, 'ISC'],
  [/permission is hereby granted, free of charge/, 'MIT'],
  [/redistribution and use in source and binary forms.*neither the name/, 'BSD-3-Clause'],
  [/redistribution and use in source and binary forms/, 'BSD-2-Clause'],
];
/** The name of a licence stands at the top of its text. */
const MAX_CHARACTERS = 4000;

/** Is a file of this name the licence of the folder it stands in? */
export function isLicenceFile(name: string): boolean {
  return /^(licen[cs]e|copying|unlicense)(\.(md|txt|markdown|rst))?$/i.test(name);
}

/** Returns the short name of a licence by its text, or null for one that is not known here. */
export function licenceName(text: string): string | null {
  const line = text.slice(0, MAX_CHARACTERS).toLowerCase().replaceAll(/\s+/g, ' ');
  return LICENCES.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}
