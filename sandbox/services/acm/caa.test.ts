import type { Answer } from 'dns-packet';
import { expect, test } from 'vitest';
import { caaAllows } from './caa';

const caa = (tag: 'issue' | 'issuewild' | 'iodef', value: string): Answer => ({
  type: 'CAA',
  name: 'x',
  data: { flags: 0, tag, value, issuerCritical: false },
});
const zone = (records: Record<string, Answer[]>) => (name: string) => Promise.resolve(records[name] ?? []);

test.each<[string, string, Record<string, Answer[]>, boolean]>([
  ['nothing anywhere', 'a.b.org', {}, true],
  ['Amazon named', 'a.b.org', { 'b.org': [caa('issue', 'amazontrust.com; x=y')] }, true],
  ['another named', 'a.b.org', { 'b.org': [caa('issue', 'letsencrypt.org')] }, false],
  ['the nearest counts', 'a.b.org', { 'a.b.org': [caa('issue', 'amazon.com')], 'b.org': [caa('issue', ';')] }, true],
  ['nobody may', 'b.org', { 'b.org': [caa('issue', ';')] }, false],
  ['only a contact', 'b.org', { 'b.org': [caa('iodef', 'mailto:a@b.org')] }, true],
  [
    'issuewild replaces issue for a wildcard',
    '*.b.org',
    { 'b.org': [caa('issue', 'amazon.com'), caa('issuewild', 'other.org')] },
    false,
  ],
  [
    'issuewild says nothing about others',
    'a.b.org',
    { 'b.org': [caa('issue', 'amazon.com'), caa('issuewild', 'other.org')] },
    true,
  ],
  ['issue covers wildcards too', '*.b.org', { 'b.org': [caa('issue', 'awstrust.com')] }, true],
])('%s', async (_case, name, records, allowed) => {
  expect(await caaAllows(name, zone(records))).toBe(allowed);
});
