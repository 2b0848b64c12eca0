import { describe, expect, it } from 'vitest';
import {
  addDomainSchema,
  basePathSchema,
  onboardTenantSchema,
  slugSchema,
  tryRequestSchema,
} from '@/lib/tenants/schemas';

const good = {
  name: 'Customer Two',
  slug: 'customer2',
  contactEmail: '',
  kind: 'managed',
  zoneId: 'Z1',
  label: 'customer2',
  hostname: '',
  certificate: 'dedicated',
  mappings: [{ basePath: '', stage: 'prod' }],
  confirmHostname: '',
  submissionId: '0198c0de-0000-4000-8000-000000000000',
};

function errors(over: Partial<Record<keyof typeof good, unknown>>): Record<string, string> {
  const parsed = onboardTenantSchema.safeParse({ ...good, ...over });
  return Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));
}

describe('the schema of the form', () => {
  it('takes a good one', () => expect(errors({})).toEqual({}));

  it.each([
    [{ name: ' ' }, 'name'],
    [{ slug: 'A B' }, 'slug'],
    [{ contactEmail: 'nobody' }, 'contactEmail'],
    [{ zoneId: '' }, 'zoneId'],
    [{ kind: 'customer' }, 'hostname'],
    [{ certificate: '' }, 'certificate'],
    [{ mappings: [] }, 'mappings'],
    [{ mappings: [{ basePath: 'a/b', stage: 'prod' }] }, 'mappings.0.basePath'],
    [{ mappings: [{ basePath: 'ä', stage: 'prod' }] }, 'mappings.0.basePath'],
    [{ mappings: [{ basePath: '', stage: '' }] }, 'mappings.0.stage'],
    [{ submissionId: 'x' }, 'submissionId'],
  ])('refuses %j at %s', (over, field) => {
    expect(Object.keys(errors(over))).toEqual([field]);
  });

  it('names the row that a duplicate repeats', () => {
    const row = { basePath: 'orders', stage: 'prod' };
    expect(errors({ mappings: [row, { basePath: '', stage: 'prod' }, row] })).toEqual({
      'mappings.2.basePath': '/orders is in row 1 already.',
    });
  });

  it('asks for no path when a wildcard domain name serves the hostname', () => {
    expect(errors({ certificate: 'wildcard:*.example.com', mappings: [] })).toEqual({});
  });

  it('shares the domain part with the form that adds a domain', () => {
    const { name: _name, contactEmail: _email, ...domain } = good;
    expect(addDomainSchema.safeParse(domain).success).toBe(true);
    expect(addDomainSchema.safeParse({ ...domain, zoneId: '' }).success).toBe(false);
  });
});

it.each(['new', 'a', '-a', 'a-', 'a--b', '1a', 'ä'])('refuses the slug %s', (slug) => {
  expect(slugSchema.safeParse(slug).success).toBe(false);
});

it('says one thing about a base path with a slash', () => {
  expect(basePathSchema.safeParse('/orders').error?.issues.map((issue) => issue.message)).toEqual([
    'API Gateway base path mappings hold one level: no slash, also not in front.',
  ]);
});

it('takes a path with a query, not one with spaces', () => {
  const request = { domainId: good.submissionId, method: 'GET', body: '' };
  expect(tryRequestSchema.safeParse({ ...request, path: '/service1?a=b' }).success).toBe(true);
  expect(tryRequestSchema.safeParse({ ...request, path: '/a b' }).success).toBe(false);
});
