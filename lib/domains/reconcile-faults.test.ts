import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listCertificates } from '@/lib/aws/acm/list-certificates';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import type { DomainStatus } from '@/lib/domains/model';
import { startWorld, type World } from '@/lib/domains/testing/world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
afterEach(() => world.admin('DELETE', 'faults'));

/** One certificate and one custom domain name, however often something went wrong. */
async function expectNoDuplicates(hostname: string) {
  const certificates = await listCertificates(world.aws);
  expect(certificates.filter((one) => one.domainName === hostname)).toHaveLength(1);
  expect((await getDomainNames(world.aws)).filter((one) => one.name === hostname)).toHaveLength(1);
}

const faults = {
  throttle: { kind: 'error', status: 429, code: 'TooManyRequestsException', message: 'Too Many Requests' },
  'internal error': { kind: 'error', status: 500, code: 'InternalFailure', message: 'x' },
  'cut off before': { kind: 'reset-before' },
  'cut off after': { kind: 'reset-after' },
  "a proxy's page": { kind: 'html', status: 502 },
} as const;

const says: Record<keyof typeof faults, RegExp> = {
  throttle: /too many calls/,
  'internal error': /internal problem/,
  'cut off before': /cut off/,
  'cut off after': /cut off/,
  "a proxy's page": /not AWS/,
};

describe.each(Object.keys(faults) as (keyof typeof faults)[])('AWS in trouble: %s', (name) => {
  const slug = name.replaceAll(/[^a-z]+/g, '-');

  it('while the custom domain name is created: says so, and converges', async () => {
    const hostname = `one-${slug}.example.com`;
    const id = await world.want(hostname);
    await world.fault({ service: 'apigateway', operation: 'CreateDomainName', count: 3, ...faults[name] });
    const hit = await world.run(id, (status) => status.trouble !== null || status.headline === 'Live');
    // A creation that was cut off after it worked is found by the next look, before anybody has to hear of trouble.
    if (hit.headline !== 'Live') {
      expect(hit).toMatchObject({ headline: 'Working', trouble: { operation: 'CreateDomainName', retryable: true } });
      expect(hit.sentence).toMatch(says[name]);
    }
    expect((await world.run(id, 'Live')).trouble).toBeNull();
    await expectNoDuplicates(hostname);
  });

  it('everywhere, again and again: never claims anything untrue, and converges', async () => {
    const hostname = `all-${slug}.example.com`;
    const id = await world.want(hostname);
    await world.fault({ service: '*', operation: '*', probability: 0.35, ...faults[name] });
    const seen: DomainStatus[] = [];
    for (let pass = 0; pass < 8; pass++) seen.push(await world.pass(id));
    expect(seen.filter((status) => status.headline === 'Needs operator' || status.headline === 'Broken')).toEqual([]);
    await world.admin('DELETE', 'faults');
    await world.run(id, 'Live');
    await expectNoDuplicates(hostname);

    await world.fault({ service: '*', operation: '*', probability: 0.5, ...faults[name] });
    for (let pass = 0; pass < 4; pass++) expect((await world.pass(id)).headline).toBe('Live');
    await world.admin('DELETE', 'faults');
  });
});

describe('AWS refuses for good', () => {
  it('waits for an operator, says what to do, and goes on by itself once it is possible', async () => {
    const id = await world.want('limit.example.com');
    const fault = {
      kind: 'error',
      status: 400,
      code: 'LimitExceededException',
      message: 'you have reached your limit',
    };
    await world.fault({ service: 'acm', operation: 'RequestCertificate', ...fault });
    const status = await world.pass(id);
    expect(status).toMatchObject({ headline: 'Needs operator', actor: 'us', trouble: { retryable: false } });
    expect(status.sentence).toMatch(/quota of ACM certificates is used up.*Use an existing certificate/);
    expect(status.steps[0]).toMatchObject({ name: 'request-certificate', state: 'failed' });
    const { nextCheckAt } = (await world.row(id)) ?? {};
    expect((nextCheckAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(500_000);
    await world.admin('DELETE', 'faults');
    await world.run(id, 'Live');
  });

  it('does not overwrite a record that is not ours, unless the operator confirmed it', async () => {
    const id = await world.want('taken.example.com');
    const { changeResourceRecordSets } = await import('@/lib/aws/route-53/change-resource-record-sets');
    const foreign = {
      name: 'taken.example.com',
      type: 'CNAME',
      ttl: 60,
      values: ['old.example.net'],
      alias: null,
      setIdentifier: null,
    };
    await changeResourceRecordSets(world.aws, world.zoneId, [{ action: 'CREATE', record: foreign }], 'by hand');
    const status = await world.run(id, 'Needs operator');
    expect(status.sentence).toMatch(/CNAME old\.example\.net at taken\.example\.com, which was not made here/);
    await world.confirmTakeover(id);
    await world.run(id, 'Live');
  });
});

describe("AWS's quota", () => {
  it('lets the second custom domain name wait for its turn, which is no trouble', async () => {
    const slow = { ...world.ctx, aws: world.door({ quotaScale: 1 }) };
    const ids = [await world.want('first.example.com'), await world.want('second.example.com')];
    // Everything up to there without quotas.
    await world.fault({ service: 'apigateway', operation: 'CreateDomainName', ...faults['internal error'] });
    for (const id of ids) await world.run(id, (status) => status.trouble?.operation === 'CreateDomainName');
    await world.admin('DELETE', 'faults');
    await world.run(ids[0] ?? '', (status) => status.axes.gateway.state === 'ok', slow);
    const isPaced = (status: DomainStatus) => /^CreateDomainName waits for its turn/.test(status.sentence);
    const status = await world.run(ids[1] ?? '', isPaced, slow);
    expect(status).toMatchObject({
      headline: 'Working',
      actor: 'aws',
      trouble: null,
      axes: { gateway: { state: 'waiting' } },
    });
    const wait = ((await world.row(ids[1] ?? ''))?.nextCheckAt?.getTime() ?? 0) - Date.now();
    expect(wait).toBeGreaterThan(1_000);
    expect(wait).toBeLessThan(31_000);
    slow.aws.close();
  });
});
