import { request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { requestCertificate } from '@/lib/aws/acm/request-certificate';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { replaceCertificate } from '@/lib/domains/replace-certificate';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { validationRecords } from '@/lib/domains/wanted-records';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A certificate for several names, issued. */
async function issued(names: string[]): Promise<string> {
  const [domainName = '', ...alternativeNames] = names;
  const token = domainName.replace(/\W/g, '');
  const arn = await requestCertificate(world.aws, { domainName, alternativeNames, idempotencyToken: token, tags: {} });
  const waiting = await vi.waitFor(
    async () => {
      const certificate = await describeCertificate(world.aws, arn);
      if (certificate?.validations.some(({ record }) => record === null) !== false) throw new Error('no records yet');
      return certificate;
    },
    { timeout: 30_000 },
  );
  const changes = validationRecords(waiting).map((record) => ({ action: 'UPSERT' as const, record }));
  await changeResourceRecordSets(world.aws, world.zoneId, changes, 'test');
  await vi.waitFor(async () => expect((await describeCertificate(world.aws, arn))?.status).toBe('ISSUED'), {
    timeout: 30_000,
  });
  return arn;
}

/** One request by a connection of its own; the serial number of the certificate that was presented. */
function ask(hostname: string): Promise<{ status: number; serial: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: world.ports.https,
        servername: hostname,
        headers: { host: hostname },
        ca: world.caPem,
        agent: false,
        timeout: 10_000,
      },
      (answer) => {
        const serial = (answer.socket as TLSSocket).getPeerCertificate().serialNumber;
        answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, serial }));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject).end();
  });
}

/** Asks again and again until stopped; what was answered, and what failed. */
function load(hostname: string) {
  const seen: { status: number; serial: string }[] = [];
  const failed: unknown[] = [];
  let stopped = false;
  const client = async () => {
    while (!stopped) {
      await ask(hostname).then(
        (one) => seen.push(one),
        (error) => failed.push(error),
      );
      await sleep(2);
    }
  };
  const running = Promise.all(Array.from({ length: 4 }, client));
  return {
    seen,
    async stop() {
      stopped = true;
      await running;
      return { seen, failed };
    },
  };
}

describe("a domain's certificate", () => {
  const hostname = 'busy.example.com';

  it('is replaced under load without a failed request: from its own to a shared one, and back', async () => {
    const id = await world.want(hostname);
    await world.run(id, 'Live');
    const own = (await world.row(id))?.certificateArn ?? '';
    const shared = await issued([hostname, 'other.example.com']);
    const running = load(hostname);
    await vi.waitFor(() => expect(running.seen.length).toBeGreaterThan(20), { timeout: 20_000 });

    await replaceCertificate(world.ctx, { domainId: id, certificate: shared });
    await world.run(id, ({ headline }) => headline === 'Live');
    await vi.waitFor(
      async () => {
        await world.pass(id);
        expect(await getDomainName(world.aws, hostname)).toMatchObject({ certificateArn: shared, status: 'AVAILABLE' });
      },
      { timeout: 30_000 },
    );
    await vi.waitFor(() => expect(new Set(running.seen.map(({ serial }) => serial)).size).toBe(2), { timeout: 20_000 });
    expect(await world.row(id)).toMatchObject({ certificateMode: 'existing', replacesCertificateArn: null });

    // Its own one is still there and known by its tag, so nothing is requested.
    await replaceCertificate(world.ctx, { domainId: id, certificate: 'dedicated' });
    await world.run(id, ({ axes }) => axes.gateway.sentence === `${hostname} is on the gateway.`);
    expect(await getDomainName(world.aws, hostname)).toMatchObject({ certificateArn: own });
    const at = running.seen.length;
    await vi.waitFor(() => expect(running.seen.length).toBeGreaterThan(at + 20), { timeout: 20_000 });

    const { seen, failed } = await running.stop();
    expect(failed).toEqual([]);
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([200]));
    expect(seen.at(-1)?.serial).toBe(seen[0]?.serial);
    const log = (await world.actions('busy-example-com')).map((row) => row.action);
    expect(log.filter((action) => action === 'certificate.replaced')).toHaveLength(2);
    expect(log.filter((action) => action === 'domain.headline-changed').length).toBeLessThanOrEqual(3);
  }, 120_000);

  it('is not replaced by one that does not fit', async () => {
    const id = await world.idOf(hostname);
    const other = await issued(['elsewhere.example.com']);
    await expect(replaceCertificate(world.ctx, { domainId: id, certificate: other })).rejects.toThrow(
      'Does not cover this name, only elsewhere.example.com.',
    );
    const { certificateArn = '' } = (await world.row(id)) ?? {};
    await expect(replaceCertificate(world.ctx, { domainId: id, certificate: certificateArn ?? '' })).rejects.toThrow(
      'has this certificate already',
    );
    const through = await world.want('a.wild.example.com', { gatewayDomainName: '*.wild.example.com' });
    await expect(replaceCertificate(world.ctx, { domainId: through, certificate: other })).rejects.toThrow(
      'is served through *.wild.example.com',
    );
    const leaving = await world.want('leaving.example.com', { intent: 'absent' });
    await expect(replaceCertificate(world.ctx, { domainId: leaving, certificate: other })).rejects.toThrow(
      'is being removed',
    );
  }, 60_000);
});
