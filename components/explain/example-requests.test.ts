import { expect, it } from 'vitest';
import { sampleMethod } from '@/lib/gateway/mapping/testing/sample-method';
import { sampleSnapshot } from '@/lib/gateway/mapping/testing/sample-snapshot';
import { exampleRequests } from './example-requests';

const place = (domain: string, tenant: string | null, basePath = '') => ({
  domain,
  basePath,
  stage: 'prod',
  tenantSlug: tenant,
  tenantName: tenant,
});
const http = sampleMethod({ uri: 'https://back.example.com/' });
const mock = sampleMethod({ type: 'MOCK', uri: null });
const gateway = sampleSnapshot({ 'GET /a': http, 'GET /b': http, 'GET /health': mock, 'POST /orders/{id}': mock });

it('shows a route of each kind on real addresses, and one that nothing serves', () => {
  const places = [place('*.example.com', null), place('one.example.com', 'One'), place('two.example.com', 'Two', 'v1')];
  expect(exampleRequests([...places, place('more.example.com', 'One')], gateway)).toEqual([
    { method: 'GET', url: 'https://one.example.com/a', sentence: 'One · HTTP, /a' },
    { method: 'POST', url: 'https://two.example.com/v1/orders/42', sentence: 'Two · Mock, /orders/{id}' },
    { method: 'GET', url: 'https://one.example.com/no/such/path', sentence: 'One · a path without a route' },
  ]);
});

it('has none without tenants', () => {
  expect(exampleRequests([place('*.example.com', null)], gateway)).toEqual([]);
});
