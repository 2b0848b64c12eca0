import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { deleteCertificate } from './acm/delete-certificate';
import { describeCertificate } from './acm/describe-certificate';
import { requestCertificate } from './acm/request-certificate';
import { createBasePathMapping } from './api-gateway/create-base-path-mapping';
import { createDomainName } from './api-gateway/create-domain-name';
import { deleteDomainName } from './api-gateway/delete-domain-name';
import { getDomainName } from './api-gateway/get-domain-name';
import { getDomainNames } from './api-gateway/get-domain-names';
import { recordAwsCalls, withMaxWait } from './call-scope';
import type { Aws } from './clients';
import { AwsError } from './errors';
import { memoryPaceStore } from './memory-pace-store';
import type { PaceStore } from './pacing';
import { changeResourceRecordSets } from './route-53/change-resource-record-sets';
import { listHostedZones } from './route-53/list-hosted-zones';

let box: SandboxAws;
let aws: Aws;
beforeAll(async () => {
  box = await sandboxAws();
  aws = box.aws;
});
afterAll(() => box.stop());
beforeEach(async () => {
  await box.admin('DELETE', 'faults');
  await box.admin('DELETE', 'calls');
  box.lines.length = 0;
});

/** The error of a call that has to fail. */
async function failureOf(call: Promise<unknown>): Promise<AwsError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AwsError) return error;
  throw new Error('no AwsError was thrown', { cause: error });
}

const newDomain = {
  name: 'a.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
  tags: {},
};
const record = { name: 'a.example.com', type: 'A', ttl: 60, values: ['192.0.2.1'], alias: null, setIdentifier: null };

describe('what is safe to repeat is repeated', () => {
  test.each([
    ['an internal error', { kind: 'error', status: 500, code: 'InternalFailure' }],
    ['a proxy page with 502', { kind: 'html', status: 502 }],
    ['a proxy page with 404', { kind: 'html', status: 404 }],
    ['a connection cut before', { kind: 'reset-before' }],
    ['a connection cut after', { kind: 'reset-after' }],
    ['a throttle', { kind: 'error', status: 429, code: 'TooManyRequestsException', message: 'Too Many Requests' }],
  ])('a read, after %s', async (_, fault) => {
    await box.fault({ service: 'apigateway', operation: 'GetDomainNames', count: 2, ...fault });
    const recorded = await recordAwsCalls(() => getDomainNames(aws));
    expect(recorded).toMatchObject({
      ok: true,
      result: [],
      calls: [{ operation: 'GetDomainNames', attempts: 3, status: 200, error: null }],
    });
    expect(await box.calls('GetDomainNames')).toHaveLength(3);
  });

  test('no more than three attempts', async () => {
    await box.fault({ service: 'acm', operation: '*', kind: 'error', status: 503, code: 'ServiceUnavailable' });
    const error = await failureOf(describeCertificate(aws, newDomain.certificateArn));
    expect(error).toMatchObject({
      kind: 'unavailable',
      retryable: true,
      actor: 'aws',
      status: 503,
      awsCode: 'ServiceUnavailable',
    });
    expect(await box.calls('DescribeCertificate')).toHaveLength(3);
  });

  test('a request for a certificate, because its token makes it one', async () => {
    await box.fault({ service: 'acm', operation: 'RequestCertificate', count: 1, kind: 'reset-after' });
    const input = { domainName: 'once.example.com', idempotencyToken: 'once', tags: {} };
    const arn = await requestCertificate(aws, input);
    expect(await requestCertificate(aws, input)).toBe(arn);
  });

  test('an UPSERT, but not a batch that deletes', async () => {
    await box.fault({ service: 'route53', operation: 'ChangeResourceRecordSets', kind: 'reset-before' });
    const upsert = failureOf(changeResourceRecordSets(aws, 'Z1', [{ action: 'UPSERT', record }], ''));
    expect(await upsert).toMatchObject({ kind: 'unreachable', retryable: true });
    expect(await box.calls('ChangeResourceRecordSets')).toHaveLength(3);
    await failureOf(
      changeResourceRecordSets(
        aws,
        'Z1',
        [
          { action: 'UPSERT', record },
          { action: 'DELETE', record },
        ],
        '',
      ),
    );
    expect(await box.calls('ChangeResourceRecordSets')).toHaveLength(4);
  });
});

describe('what may have happened is not repeated', () => {
  test.each(['reset-before', 'reset-after', 'html'])('CreateDomainName after %s', async (kind) => {
    await box.fault({ service: 'apigateway', operation: 'CreateDomainName', kind });
    expect(await failureOf(createDomainName(aws, newDomain))).toMatchObject({ kind: 'unreachable', retryable: true });
    expect(await box.calls('CreateDomainName')).toHaveLength(1);
  });

  test('CreateDomainName after a throttle, because its turn comes in 30 s only', async () => {
    const slow = box.door({ quotaScale: 1 });
    await box.fault({
      service: 'apigateway',
      operation: 'CreateDomainName',
      kind: 'error',
      status: 429,
      code: 'TooManyRequestsException',
    });
    const error = await failureOf(createDomainName(slow, newDomain));
    expect(error).toMatchObject({ kind: 'throttled', code: 'aws-throttled', retryable: true });
    expect(error.retryAt).toBeGreaterThan(Date.now() + 25_000);
    expect(await box.calls('CreateDomainName')).toHaveLength(1);
  });

  test('LimitExceededException, which the SDK would take for a throttle', async () => {
    await box.fault({
      service: 'acm',
      operation: 'RequestCertificate',
      kind: 'error',
      status: 400,
      code: 'LimitExceededException',
      message: 'Error: you have reached your limit of 20 certificates in the last year.',
    });
    const input = { domainName: 'limit.example.com', idempotencyToken: 'limit', tags: {} };
    expect(await failureOf(requestCertificate(aws, input))).toMatchObject({
      kind: 'limit',
      code: 'limit',
      retryable: false,
      message: "The account's quota of ACM certificates is used up.",
      awsMessage: 'Error: you have reached your limit of 20 certificates in the last year.',
    });
    expect(await box.calls('RequestCertificate')).toHaveLength(1);
  });
});

describe("what isn't AWS is not believed", () => {
  test('a 404 page of a proxy does not make a domain absent', async () => {
    await box.fault({ service: 'apigateway', operation: 'GetDomainName', kind: 'html', status: 404 });
    const error = await failureOf(getDomainName(aws, 'a.example.com'));
    expect(error).toMatchObject({
      kind: 'unreachable',
      code: 'aws-unreachable',
      status: 404,
      awsCode: null,
      awsMessage: null,
    });
    expect(error.message).not.toContain('Proxy Error');
  });

  test('a 404 page of a proxy does not make a deletion done', async () => {
    await box.fault({ service: 'acm', operation: 'DeleteCertificate', kind: 'html', status: 404 });
    expect(await failureOf(deleteCertificate(aws, newDomain.certificateArn))).toMatchObject({ kind: 'unreachable' });
  });

  test.each([
    ['an HTML page with 200', 200, 'text/html', '<html><body>Sign in</body></html>'],
    ['plain text with 502', 502, 'text/plain', 'Bad gateway'],
    ['JSON with 404 and no code', 404, 'application/json', '{"error":"no such route"}'],
    ['an HTML page that is not labelled', 404, 'application/xml', '<html><body>404</body></html>'],
    ['nothing with 503', 503, 'text/plain', ''],
  ])('%s', async (_, status, type, body) => {
    const server = createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const other = box.door({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    try {
      const calls = [
        () => getDomainName(other, 'a.example.com'),
        () => listHostedZones(other),
        () => describeCertificate(other, newDomain.certificateArn),
      ];
      for (const call of calls) {
        expect(await failureOf(call())).toMatchObject({ kind: 'unreachable', retryable: true, awsMessage: null });
      }
    } finally {
      other.close();
      server.close();
    }
  });
});

describe('no answer', () => {
  test('within the time allowed: one attempt, then a plain sentence', async () => {
    const hasty = box.door({ timeoutMs: 150 });
    await box.fault({ service: '*', operation: '*', kind: 'hang' });
    const started = Date.now();
    expect(await failureOf(getDomainNames(hasty))).toMatchObject({
      kind: 'unreachable',
      message: 'The AWS endpoint did not answer in time.',
      retryable: true,
      status: null,
      requestId: null,
    });
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test('that ever ends', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const hasty = box.door({ timeoutMs: 150, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    expect(await failureOf(getDomainNames(hasty))).toMatchObject({
      kind: 'unreachable',
      message: 'The AWS endpoint did not answer in time.',
    });
    hasty.close();
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['http://127.0.0.1:9', 'The AWS endpoint refuses connections.'],
    ['http://no-such-host.invalid', "The AWS endpoint's host name does not resolve."],
  ])('from %s', async (endpoint, sentence) => {
    const nowhere = box.door({ endpoint });
    expect(await failureOf(listHostedZones(nowhere))).toMatchObject({
      kind: 'unreachable',
      message: sentence,
      status: null,
    });
  });
});

describe('pacing', () => {
  test('holds a second CreateDomainName back without asking AWS', async () => {
    const real = box.door({ quotaScale: 1 });
    await failureOf(createDomainName(real, newDomain));
    const error = await failureOf(createDomainName(real, { ...newDomain, name: 'b.example.com' }));
    expect(error).toMatchObject({ kind: 'paced', code: 'aws-throttled', retryable: true });
    expect(error.retryAt).toBeGreaterThan(Date.now() + 25_000);
    expect(await box.calls('CreateDomainName')).toHaveLength(1);
    // Reads are not behind it in any queue, and a deletion has a quota of its own.
    await getDomainNames(real);
    expect(await deleteDomainName(real, 'none.example.com')).toBe(false);
  });

  test('a call that waits for its own quota does not hold up others', async () => {
    const store = memoryPaceStore();
    const waits: number[] = [];
    const watched: PaceStore = {
      ...store,
      async reserve(quotas, maxWaitMs, nowMs) {
        const place = await store.reserve(quotas, maxWaitMs, nowMs);
        if (quotas.every((quota) => quota.key.endsWith('*')) && 'waitMs' in place) waits.push(place.waitMs);
        return place;
      },
    };
    const scaled = box.door({ quotaScale: 40, paceStore: watched }); // CreateDomainName each 750 ms
    await failureOf(createDomainName(scaled, newDomain));
    const second = failureOf(createDomainName(scaled, newDomain));
    for (let n = 0; n < 30; n++) await getDomainNames(scaled);
    expect((await second).kind).not.toBe('paced');
    expect(waits.filter((wait) => wait > 0)).toEqual([]);
  });

  test('waits as long as its caller allows', async () => {
    const slow = box.door({ quotaScale: 1 });
    await failureOf(createDomainName(slow, newDomain));
    expect(await failureOf(withMaxWait(10, () => createDomainName(slow, newDomain)))).toMatchObject({ kind: 'paced' });
    const quick = box.door({ quotaScale: 100 }); // each 300 ms
    await failureOf(createDomainName(quick, newDomain));
    expect((await failureOf(withMaxWait(2_000, () => createDomainName(quick, newDomain)))).kind).not.toBe('paced');
  });

  test("keeps within the sandbox's throttles, which are AWS's", async () => {
    await box.admin('PATCH', 'dials', { throttles: true, timeScale: 4 });
    const scaled = box.door({ quotaScale: 4 });
    await Promise.all(Array.from({ length: 25 }, () => listHostedZones(scaled)));
    const calls = await box.calls('ListHostedZones');
    await box.admin('PATCH', 'dials', { throttles: false });
    // A busy machine sends some at once that were to go one after the other; unpaced, 20 of them would be refused.
    expect(calls.filter((call) => call.throttled).length).toBeLessThan(12);
    expect(calls.filter((call) => call.status === 200)).toHaveLength(25);
  });
});

describe('what is noted of a call', () => {
  test('goes to every recorder around it, with the request id, and to none beside it', async () => {
    const outer = await recordAwsCalls(async () => {
      const inner = await recordAwsCalls(() => getDomainNames(aws));
      await listHostedZones(aws);
      return inner;
    });
    await getDomainNames(aws);
    expect(outer.calls.map((call) => call.operation)).toEqual(['GetDomainNames', 'ListHostedZones']);
    expect(outer).toMatchObject({
      ok: true,
      result: { calls: [{ service: 'apigateway', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) }] },
    });
  });

  test('includes failures', async () => {
    const recorded = await recordAwsCalls(() =>
      createBasePathMapping(aws, { domainName: 'x.example.com', basePath: '', restApiId: 'a', stage: 'b' }),
    );
    expect(recorded).toMatchObject({
      ok: false,
      calls: [
        { operation: 'CreateBasePathMapping', error: 'NotFoundException', status: 404, requestId: expect.any(String) },
      ],
    });
  });

  test('is one line without bodies or credentials', async () => {
    await failureOf(createDomainName(aws, { ...newDomain, tags: { canary: 'tag-of-the-body' } }));
    const text = JSON.stringify(box.lines);
    expect(box.lines).toHaveLength(1);
    expect(box.lines[0]).toMatchObject({
      aws: { service: 'apigateway', operation: 'CreateDomainName', attempts: 1, ms: expect.any(Number) },
    });
    expect(text).not.toMatch(/tag-of-the-body|AKIAIOSFODNN7EXAMPLE|Authorization/i);
  });

  test('names an unknown error by a reference on the screen and in the log', async () => {
    await box.fault({
      service: 'acm',
      operation: '*',
      kind: 'error',
      status: 400,
      code: 'NeverSeenException',
      message: '<b>strange words</b>',
    });
    const error = await failureOf(describeCertificate(aws, newDomain.certificateArn));
    expect(error).toMatchObject({
      kind: 'unknown',
      code: 'aws-unknown',
      awsCode: 'NeverSeenException',
      awsMessage: null,
      retryable: false,
    });
    expect(error.message).toBe(`AWS refused for a reason that Gatehouse does not know. Reference: ${error.reference}.`);
    expect(JSON.stringify(box.lines)).toContain(`"reference":"${error.reference}"`);
    expect(JSON.stringify(box.lines)).toContain('strange words');
  });
});
