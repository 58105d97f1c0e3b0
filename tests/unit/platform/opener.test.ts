import { expect, test } from 'vitest';
import { isSafeLink, openLink } from '../../../src/platform/opener.js';

test.each([
  ['https://example.org/a?b=c#d', true],
  ['http://example.org', true],
  ['mailto:a@example.org', true],
  ['mailto:a@example.org?subject=x', true],
  ['mailto:a@example.org?attach=/etc/passwd', false],
  ['mailto:a@example.org?subject=x&%61ttachment=/etc/passwd', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['https://example.org/\u001b[2J', false],
  ['https://example.org/ -x', false],
  ['-https://example.org', false],
  ['https://', false],
])('%j may be opened: %j', (url, safe) => {
  expect(isSafeLink(url)).toBe(safe);
});

test('a refused address starts nothing', async () => {
  expect(await openLink('file:///etc/passwd', { BROWSER: 'false' })).toBe('refused');
});

test('a browser that is not there is said', async () => {
  expect(await openLink('https://example.org', { BROWSER: '/no/such/browser' })).toBe('failed');
});
