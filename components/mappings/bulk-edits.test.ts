import { describe, expect, it } from 'vitest';
import { type BulkRoute, bulkEdits, previewBulk } from './bulk-edits';

const route: BulkRoute = {
  path: '/orders/{id}',
  verb: 'GET',
  type: 'HTTP_PROXY',
  target: 'orders.example.com',
  mappings: { 'integration.request.header.x-tenant': "'old'" },
  declared: [],
};
const tenant = { 'integration.request.header.X-Tenant': 'context.domainPrefix' };

describe('one mapping for many routes', () => {
  it('replaces the same header in other letters', () => {
    expect(previewBulk(route, tenant)).toMatchObject({
      obstacle: null,
      changes: [
        { key: 'integration.request.header.x-tenant', before: "'old'", after: null },
        { key: 'integration.request.header.X-Tenant', before: null, after: 'context.domainPrefix' },
      ],
    });
  });

  it('leaves alone what has it, what ignores it, and what lacks the variable', () => {
    expect(previewBulk({ ...route, mappings: tenant }, tenant).obstacle).toBe('Has it already.');
    expect(previewBulk({ ...route, type: 'AWS_PROXY' }, tenant).obstacle).toContain('Lambda proxy');
    const variable = { 'integration.request.header.X-Order': 'method.request.path.order' };
    expect(previewBulk(route, variable).obstacle).toBe('Its path has no {order}.');
    const forbidden = { 'integration.request.header.Content-Length': "'1'" };
    expect(previewBulk(route, forbidden).obstacle).toContain('500');
  });

  it('declares what it reads', () => {
    const preview = previewBulk(route, { 'integration.request.header.X-Id': 'method.request.path.id' });
    expect(bulkEdits([preview])).toEqual([
      {
        op: 'set',
        subject: { kind: 'method', path: '/orders/{id}', verb: 'GET' },
        field: 'requestParameters',
        key: 'method.request.path.id',
        value: false,
      },
      {
        op: 'set',
        subject: { kind: 'integration', path: '/orders/{id}', verb: 'GET' },
        field: 'requestParameters',
        key: 'integration.request.header.X-Id',
        value: 'method.request.path.id',
      },
    ]);
  });
});
