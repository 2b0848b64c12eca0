import { describe, expect, test } from 'vitest';
import type { WirePatch } from '@/lib/aws/api-gateway/wire-patch';
import { patchesHold } from './patches-hold';

const integration = {
  uri: 'http://a.example.com',
  timeoutInMillis: 5_000,
  tlsConfig: { insecureSkipVerification: true },
  requestParameters: { 'integration.request.header.X-A': "'1'" },
  requestTemplates: { 'application/json': null },
  cacheKeyParameters: ['method.request.path.id'],
  providerARNs: ['arn:a'],
};
const thing = { ...integration, methodSettings: { '*/*': { throttlingRateLimit: 10 } } };

describe('a patch holds', () => {
  test.each<[boolean, WirePatch]>([
    [true, { op: 'replace', path: '/uri', value: 'http://a.example.com' }],
    [false, { op: 'replace', path: '/uri', value: 'http://b.example.com' }],
    [true, { op: 'replace', path: '/timeoutInMillis', value: '5000' }],
    [true, { op: 'replace', path: '/tlsConfig/insecureSkipVerification', value: 'true' }],
    [false, { op: 'replace', path: '/tlsConfig/insecureSkipVerification', value: 'false' }],
    [true, { op: 'add', path: '/requestParameters/integration.request.header.X-A', value: "'1'" }],
    [false, { op: 'add', path: '/requestParameters/integration.request.header.X-A', value: "'2'" }],
    [false, { op: 'remove', path: '/requestParameters/integration.request.header.X-A' }],
    [true, { op: 'remove', path: '/requestParameters/integration.request.header.X-B' }],
    [true, { op: 'replace', path: '/requestTemplates/application~1json', value: '' }],
    [true, { op: 'add', path: '/cacheKeyParameters/method.request.path.id' }],
    [false, { op: 'remove', path: '/cacheKeyParameters/method.request.path.id' }],
    [true, { op: 'remove', path: '/cacheKeyParameters/method.request.path.other' }],
    [true, { op: 'add', path: '/providerARNs', value: 'arn:a' }],
    [true, { op: 'remove', path: '/providerARNs', value: 'arn:b' }],
    [true, { op: 'replace', path: '/credentials', value: '' }],
    [false, { op: 'add', path: '/binaryMediaTypes/image~1png' }],
    [true, { op: 'remove', path: '/binaryMediaTypes/image~1png' }],
    // AWS spells these unlike their patches: not knowing must not look like done.
    [false, { op: 'replace', path: '/*/*/throttling/rateLimit', value: '10' }],
    [false, { op: 'remove', path: '/*/*' }],
    [false, { op: 'replace', path: '/nothing/known', value: 'x' }],
  ])('%s: %j', (held, patch) => {
    expect(patchesHold(thing, [patch])).toBe(held);
  });

  test('when all do', () => {
    const good: WirePatch = { op: 'replace', path: '/timeoutInMillis', value: '5000' };
    expect(patchesHold(thing, [good, good])).toBe(true);
    expect(patchesHold(thing, [good, { op: 'replace', path: '/uri', value: 'x' }])).toBe(false);
  });
});
