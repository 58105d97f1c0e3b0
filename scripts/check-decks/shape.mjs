/** Checks the shape of a module: front matter, key question, insights, links, related modules. */

import { basename } from 'node:path';
import { error, warning } from './finding.mjs';

const KEYS = ['title', 'part', 'number', 'emoji', 'subtitle', 'tags'];
const ORDER = [
  'Key Insights',
  'Code Examples',
  'Interview Questions',
  'Further Reading',
  'Related',
];
const OPTIONAL = new Set(['Code Examples']);

/** @param {Set<string>} titles the titles a `[[link]]` may name */
export function checkShape(module, titles) {
  return [
    ...checkFrontMatter(module),
    ...checkHeading(module),
    ...checkSections(module),
    ...checkKeyQuestion(module),
    ...checkInsights(module),
    ...checkReading(module),
    ...checkRelated(module, titles),
  ];
}

function checkFrontMatter({ path, frontMatter, hasFrontMatter }) {
  if (!hasFrontMatter)
    return [error(path, 1, 'front-matter', 'no front matter between --- lines at the top')];
  const findings = KEYS.filter((key) => !frontMatter[key]?.value?.length).map((key) =>
    error(path, 1, 'front-matter', `front matter lacks ${key}`),
  );
  const tags = frontMatter.tags?.value;
  if (Array.isArray(tags)) findings.push(...checkTags(path, frontMatter.tags.line, tags));
  const fileNumber = /^(\d+)-/.exec(basename(path))?.[1];
  if (fileNumber && frontMatter.number && Number(fileNumber) !== Number(frontMatter.number.value)) {
    findings.push(
      error(
        path,
        frontMatter.number.line,
        'front-matter',
        `number ${frontMatter.number.value} does not fit the file name`,
      ),
    );
  }
  return findings;
}

function checkTags(path, line, tags) {
  const findings = tags
    .filter((tag) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(tag))
    .map((tag) => warning(path, line, 'tags', `tag "${tag}" is not lower-case kebab-case`));
  if (!tags.includes('interview-prep'))
    findings.push(warning(path, line, 'tags', 'tags lack "interview-prep"'));
  return findings;
}

function checkHeading({ path, lines, frontMatter }) {
  const headings = lines.filter(({ text, code }) => !code && /^#\s/.test(text));
  const title = frontMatter.title?.value;
  if (headings.length !== 1)
    return [
      error(
        path,
        lines[0]?.number ?? 1,
        'heading',
        `expected one "# <emoji> <title>" heading, found ${headings.length}`,
      ),
    ];
  if (title && !headings[0].text.endsWith(` ${title}`)) {
    return [
      error(path, headings[0].number, 'heading', `heading does not end with the title "${title}"`),
    ];
  }
  return [];
}

function checkSections({ path, sections }) {
  const findings = [];
  for (const { title, line } of sections) {
    if (!ORDER.includes(title))
      findings.push(error(path, line, 'section', `unknown section "${title}"`));
  }
  for (const title of ORDER) {
    const count = sections.filter((section) => section.title === title).length;
    if (count > 1 || (count === 0 && !OPTIONAL.has(title)))
      findings.push(error(path, 1, 'section', `section "${title}" occurs ${count} times`));
  }
  const places = sections.map(({ title }) => ORDER.indexOf(title)).filter((place) => place >= 0);
  if (places.some((place, index) => index > 0 && place < places[index - 1])) {
    findings.push(
      error(path, sections[0].line, 'section', `sections are not in the order ${ORDER.join(', ')}`),
    );
  }
  return findings;
}

function checkKeyQuestion({ path, lines }) {
  const index = lines.findIndex(({ text, code }) => !code && /^>\s*\[!question\]/i.test(text));
  if (index < 0)
    return [error(path, 1, 'key-question', 'no "> [!question] Key Question" call-out')];
  const next = lines[index + 1]?.text ?? '';
  if (!/^>\s*\S/.test(next))
    return [error(path, lines[index].number, 'key-question', 'the key question call-out is empty')];
  return [];
}

function checkInsights({ path, sections }) {
  const section = sections.find(({ title }) => title === 'Key Insights');
  if (!section) return [];
  const tips = section.lines.filter(
    ({ text, code }) => !code && /^>\s*\[!tip\]/i.test(text),
  ).length;
  return tips >= 3 && tips <= 5
    ? []
    : [error(path, section.line, 'insights', `${tips} insights; 3 to 5 are wanted`)];
}

function checkReading({ path, sections }) {
  const section = sections.find(({ title }) => title === 'Further Reading');
  if (!section) return [];
  const items = section.lines.filter(({ text }) => /^\s*[-*]\s/.test(text));
  const findings = items
    .filter(({ text }) => !/^- \[.+\]\(https:\/\/[^\s]+\)/.test(text))
    .map(({ number }) =>
      error(
        path,
        number,
        'further-reading',
        'not of the form "- [Title](https://…) what it gives you"',
      ),
    );
  if (items.length < 3 || items.length > 6) {
    findings.push(
      error(path, section.line, 'further-reading', `${items.length} links; 3 to 6 are wanted`),
    );
  }
  return findings;
}

function checkRelated({ path, sections, frontMatter }, titles) {
  const section = sections.find(({ title }) => title === 'Related');
  if (!section) return [];
  const links = section.lines.flatMap(({ text, number }) =>
    [...text.matchAll(/\[\[([^\]]+)\]\]/g)].map((found) => ({ name: found[1], number })),
  );
  const findings = [];
  if (links.length < 3 || links.length > 5)
    findings.push(
      error(path, section.line, 'related', `${links.length} related modules; 3 to 5 are wanted`),
    );
  for (const { name, number } of links) {
    if (name === frontMatter.title?.value)
      findings.push(error(path, number, 'related', `[[${name}]] names this module itself`));
    else if (!titles.has(name))
      findings.push(error(path, number, 'related', `[[${name}]] is not the title of a module`));
  }
  if (new Set(links.map(({ name }) => name)).size < links.length)
    findings.push(error(path, section.line, 'related', 'a module is named twice'));
  return findings;
}
