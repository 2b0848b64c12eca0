import { expect, it } from 'vitest';
import type { Resource } from '@/lib/inventory/model';
import { samplePath } from '@/lib/tenants/sample-path';
import { shellCommand } from '@/lib/tenants/shell-command';

const ports = { sandboxPorts: { https: 8443 } };

it('goes to this machine and trusts the CA on the sandbox', () => {
  expect(
    shellCommand('a.example.com', '/service1', { target: 'sandbox', dataDir: "/home/o'neil/.gatehouse", ...ports }),
  ).toBe(
    `curl -i --resolve a.example.com:8443:127.0.0.1 --cacert '/home/o'\\''neil/.gatehouse/sandbox/ca.pem' https://a.example.com:8443/service1`,
  );
});

it('is plain elsewhere', () => {
  expect(shellCommand('a.example.com', '/x?a=1', { target: 'aws', dataDir: '/d', ...ports })).toBe(
    "curl -i 'https://a.example.com/x?a=1'",
  );
});

function closed(path: string): Resource {
  const { methods, ...rest } = resource(path, 'GET');
  return { ...rest, methods: methods.map((method) => ({ ...method, authorizationType: 'CUSTOM' })) };
}

function resource(path: string, ...methods: string[]): Resource {
  return {
    restApiId: 'api1',
    id: path,
    parentId: null,
    path,
    methods: methods.map((httpMethod) => ({
      httpMethod,
      authorizationType: 'NONE',
      apiKeyRequired: false,
      integration: null,
    })),
  };
}

it.each([
  [[resource('/'), resource('/service1', 'ANY'), resource('/service1/{proxy+}', 'ANY')], [''], '/service1'],
  [[resource('/orders', 'POST'), resource('/', 'GET')], ['shop'], '/shop'],
  [[resource('/a', 'GET')], ['shop', ''], '/a'],
  [[resource('/a', 'GET')], ['shop'], '/shop/a'],
  [[closed('/account'), resource('/health', 'GET')], [''], '/health'],
  [[], [''], '/'],
  [[], [], '/'],
])('picks a path that answers: %#', (resources, basePaths, path) => {
  const mappings = basePaths.map((basePath) => ({ basePath, restApiId: 'api1' }));
  expect(samplePath(mappings, resources)).toBe(path);
});
