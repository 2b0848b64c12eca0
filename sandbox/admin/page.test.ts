import { request } from 'node:http';
import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox, testClients } from '../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

describe('the page at /_sandbox', () => {
  it.each([
    ['/_sandbox', 'text/html', '<title>Sandbox'],
    ['/_sandbox/', 'text/html', '<title>Sandbox'],
    ['/_sandbox/page.js', 'text/javascript', 'setInterval'],
    ['/_sandbox/page.css', 'text/css', 'color-scheme'],
  ])('answers %s', async (path, type, content) => {
    const answer = await fetch(sandbox.url + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await answer.text()).toContain(content);
  });
});

describe('/_sandbox/state', () => {
  it('counts by account and region', async () => {
    const other = testClients(sandbox.url, 'eu-west-1', '210987654321');
    await other.gateway.send(new CreateRestApiCommand({ name: 'theirs' }));
    await other.route53.send(new CreateHostedZoneCommand({ Name: 'theirs.test', CallerReference: 'r' }));
    expect(await sandbox.admin('GET', 'state')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          account: '210987654321',
          region: 'eu-west-1',
          counts: { restApis: 1, resources: 1, models: 2 },
        }),
        expect.objectContaining({
          account: '210987654321',
          region: 'global',
          counts: { zones: 1, changes: 1, recordSets: 2 },
        }),
      ]),
    );
  });
});

describe('/_sandbox/schema', () => {
  it('describes every dial there is, the faults and the operations', async () => {
    const schema = (await sandbox.admin('GET', 'schema')) as Record<string, { properties: object }>;
    const dials = (await sandbox.admin('GET', 'dials')) as object;
    expect(Object.keys(schema.dials?.properties ?? {}).sort()).toEqual(Object.keys(dials).sort());
    expect(schema).toMatchObject({
      fault: { required: ['kind'], properties: { kind: { enum: expect.arrayContaining(['hang']) } } },
      operations: { acm: expect.arrayContaining(['RequestCertificate']) },
    });
  });
});

describe('web pages', () => {
  /** `fetch` doesn't let anybody set `Host`. */
  function statusOf(headers: Record<string, string>, path = 'faults', method = 'DELETE'): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(`${sandbox.url}/_sandbox/${path}`, { method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject).end();
    });
  }

  it.each(['127.0.0.1:4566', 'localhost:4566', 'sandbox.localhost:4566', '[::1]:4566'])(
    'may use the routes from %s itself',
    async (host) => {
      expect(await statusOf({ Host: host, Origin: `http://${host}` })).toBe(200);
    },
  );

  it.each([
    ['127.0.0.1:4566', 'http://127.0.0.1:3000'],
    ['127.0.0.1:4566', 'https://evil.example'],
    ['127.0.0.1:4566', 'null'],
    // A name of a stranger's that was pointed here after its page had been loaded.
    ['evil.example:4566', 'http://evil.example:4566'],
    ['127.0.0.1.evil.example', 'http://127.0.0.1.evil.example'],
    ['a b', 'http://a b'],
  ])('at %s may not from %s', async (host, origin) => {
    expect(await statusOf({ Host: host, Origin: origin })).toBe(403);
  });

  it.each(['evil.example:4566', '127.0.0.1.evil.example', '10.0.0.5', 'localhost.evil.example', '['])(
    'at %s may not even read',
    async (host) => {
      for (const path of ['', 'state', 'page.js', 'health'])
        expect(await statusOf({ Host: host }, path, 'GET')).toBe(403);
    },
  );
});
