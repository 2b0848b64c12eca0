import { expect, it } from 'vitest';
import { admitRequest, bodyLimits } from '@/lib/http/admit-request';
import { rejectionPage, tooLargeSentence, wantsPage } from '@/lib/http/rejection-page';

const place = { publicUrl: null, host: '127.0.0.1', trustProxy: false };
const headers = (more: Record<string, string>) => (name: string) => more[name] ?? null;

it('says in words what was too large: as a page to a browser, as a sentence to our own scripts', async () => {
  const header = headers({
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    'content-length': String(bodyLimits.session + 1),
  });
  const rejection = await admitRequest({ method: 'POST', path: '/tenants/new', header }, place, async () => true);
  if (rejection === null) throw new Error('admitted');
  expect(rejectionPage(rejection)).toMatch(/<h1>Nothing was done<\/h1>\n<p>This is too large: 1 MB at most/);
  // As Next.js throws what a server action was answered with.
  expect(tooLargeSentence(new Error(`${rejection.sentence}\n`))).toBe(rejection.sentence);
  expect(tooLargeSentence(new Error('This is too large: <b>'))).toBeNull();
  expect(tooLargeSentence('nothing')).toBeNull();
});

it('gives pages to who opens pages', () => {
  const accept = 'text/html,application/xhtml+xml';
  expect(wantsPage(headers({ accept }))).toBe(true);
  expect(wantsPage(headers({ accept, 'next-action': 'x' }))).toBe(false);
  expect(wantsPage(headers({ accept: '*/*' }))).toBe(false);
  expect(wantsPage(headers({}))).toBe(false);
});
