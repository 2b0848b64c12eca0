import { expect, test } from 'vitest';
import { services } from '../services/services';
import { RouteTable } from './route-table';
import type { WireRequest } from './wire';

function request(method: string, uri: string): WireRequest {
  const [path = '', query = ''] = uri.split('?');
  return { method, path, query: new URLSearchParams(query), headers: {}, body: Buffer.alloc(0) };
}

for (const service of services.filter(({ name }) => name !== 'acm' && name !== 'sts')) {
  test(`every operation of ${service.name} is recognised by its own method and URI`, () => {
    const wrong = [...service.shapes.values()].flatMap(({ name, http }) => {
      if (!http) return [`${name} has no http trait`];
      const sample = http.uri.replace(/\{(\w+)\+?\}/g, (_whole, label: string) => `some${label}`);
      const found = service.protocol.recognise(request(http.method, sample))?.operation.name;
      return found === name ? [] : [`${name} (${http.method} ${http.uri}) is taken for ${found}`];
    });
    expect(wrong).toEqual([]);
  });
}

test('every STS operation is recognised by its action', () => {
  for (const service of services.filter(({ name }) => name === 'sts')) {
    for (const name of service.shapes.keys()) {
      const wire = { ...request('POST', '/'), body: Buffer.from(`Action=${name}&Version=2011-06-15`) };
      expect(service.protocol.recognise(wire)?.operation.name).toBe(name);
    }
  }
});

test('every ACM operation is recognised by its target', () => {
  for (const service of services.filter(({ name }) => name === 'acm')) {
    for (const name of service.shapes.keys()) {
      const wire = { ...request('POST', '/'), headers: { 'x-amz-target': `CertificateManager.${name}` } };
      expect(service.protocol.recognise(wire)?.operation.name).toBe(name);
    }
  }
});

test('every behaviour has the name of an operation of AWS', () => {
  for (const { behaviours, shapes } of services) {
    for (const name of Object.keys(behaviours)) expect(shapes.has(name), name).toBe(true);
  }
});

test('labels are decoded once, and a slash at the end does not count', () => {
  const [apiGateway, route53] = services;
  const table = new RouteTable(apiGateway?.shapes.values() ?? []);
  expect(table.match(request('GET', '/domainnames/a.org/basepathmappings/%28none%29'))?.labels).toEqual({
    domainName: 'a.org',
    basePath: '(none)',
  });
  expect(
    table.match(request('GET', '/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fa%252Fb'))?.labels,
  ).toEqual({
    resourceArn: 'arn:aws:apigateway:us-east-1::/restapis/a%2Fb',
  });
  const zones = new RouteTable(route53?.shapes.values() ?? []);
  expect(zones.match(request('POST', '/2013-04-01/hostedzone/Z1/rrset/'))?.operation.name).toBe(
    'ChangeResourceRecordSets',
  );
  expect(zones.match(request('GET', '/nowhere'))).toBeUndefined();
});
