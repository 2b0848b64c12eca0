import { describe, expect, it } from 'vitest';
import type { AxisName } from '@/lib/domains/model';
import { notAsked } from '@/lib/domains/observed';
import { awaiting, certificateRows, pending } from '@/lib/domains/testing/certificate-rows';
import {
  certificate,
  customer,
  decideCase,
  edge,
  edgeRecords,
  fullZone,
  gatewayDomain,
  inputOf,
  is,
  liveBefore,
  mapping,
  notSeen,
  now,
  nowhere,
  proof,
  routing,
  seen,
  trouble,
  unseen,
} from '@/lib/domains/testing/decide-fixtures';
import { edgeRows } from '@/lib/domains/testing/edge-rows';
import { gatewayRows } from '@/lib/domains/testing/gateway-rows';
import { leavingRows } from '@/lib/domains/testing/leaving-rows';
import { liveRows } from '@/lib/domains/testing/live-rows';

type Case = Parameters<typeof decideCase>[0];
const rows = [...certificateRows, ...gatewayRows, ...liveRows, ...leavingRows, ...edgeRows];
const hour = 3_600_000;

describe('decide', () => {
  it.each(rows)('$title: $headline', ({ given, headline, axes = {}, action, actor, says }) => {
    const decision = decideCase(given);
    expect(decision.status).toMatchObject({ headline, ...(actor ? { actor } : {}) });
    expect(
      Object.fromEntries(Object.keys(axes).map((name) => [name, decision.status.axes[name as AxisName].state])),
    ).toEqual(axes);
    expect(decision.action).toBe(action ?? null);
    if (says) expect(decision.status.sentence).toMatch(says);
    expect(decision.status.sentence).not.toMatch(/undefined|null|\.\.$/);
  });

  it('covers every headline', () => {
    const all = new Set(rows.map((row) => row.headline));
    expect(all.size).toBe(9);
  });

  it('keeps since when nothing changes and renews it when the state does', () => {
    const first = decideCase({ observed: pending }).status;
    const later = new Date(now.getTime() + hour);
    const same = decideCase({ observed: pending, previous: first, at: later }).status;
    expect(same.axes.certificate.since).toBe(first.axes.certificate.since);
    expect(same.since).toBe(first.since);
    const changed = decideCase({ observed: awaiting, previous: first, at: later }).status;
    expect(changed.axes.certificate.since).toBe(later.toISOString());
  });

  it("names ACM's deadline, 72 hours after the request", () => {
    const { status } = decideCase({ wanted: customer, observed: { ...pending, validation: notSeen() } });
    expect(status.deadline).toBe('2026-11-25T11:00:00.000Z');
  });

  it("keeps ACM's deadline while AWS can't be asked", () => {
    const waiting = decideCase({ wanted: customer, observed: { ...pending, validation: notSeen() } }).status;
    const away = { certificate: unseen(), gatewayDomain: notAsked, mappings: notAsked, validation: notAsked };
    const { status } = decideCase({ wanted: customer, previous: waiting, observed: { ...pending, ...away } });
    expect(status).toMatchObject({ headline: 'Working', trouble: { retryable: true }, deadline: waiting.deadline });
    expect(status.axes.certificate).toMatchObject({ state: 'unknown', deadline: '2026-11-25T11:00:00.000Z' });
  });

  it('looks soon while AWS works, later while the tenant has to act, seldom at what is Live', () => {
    const wait = (given: Case) => ((decideCase(given).nextCheckAt?.getTime() ?? 0) - now.getTime()) / 1000;
    expect(wait({ observed: { ...pending, pendingChange: is('PENDING'), validation: notAsked } })).toBe(2);
    expect(wait({ wanted: customer, observed: { ...pending, validation: notSeen() } })).toBeLessThanOrEqual(15);
    // Just Live: 20 s; calm for an hour: a quarter of that; both give or take a tenth.
    expect(wait({})).toBeGreaterThanOrEqual(18);
    expect(wait({})).toBeLessThanOrEqual(22);
    expect(wait({ previous: liveBefore() })).toBeGreaterThanOrEqual(900 * 0.9);
    expect(wait({ previous: liveBefore() })).toBeLessThanOrEqual(900 * 1.1);
    expect(wait({ previous: liveBefore(), observed: { proof: is(proof({ https: false })) } })).toBe(10);
    expect(wait({ observed: awaiting })).toBe(0);
  });

  it('backs off when AWS is in trouble, waits for its turn when paced, and rests when refused for good', () => {
    const failed = (retryable: boolean) => ({
      step: 'create-domain-name' as const,
      result: 'failed' as const,
      trouble: trouble({ retryable }),
      retryAt: null,
    });
    const waits = [0, 1, 2, 3, 9].map((failures) => {
      const { nextCheckAt, status } = decideCase({ observed: awaiting, attempt: failed(true), failures });
      expect(status).toMatchObject({ headline: 'Working', trouble: { code: 'ServiceUnavailable' } });
      expect(status.sentence).toBe('AWS has an internal problem.');
      return ((nextCheckAt?.getTime() ?? 0) - now.getTime()) / 1000;
    });
    expect(waits).toEqual([2, 5, 15, 60, 60]);
    const refused = decideCase({ observed: awaiting, attempt: failed(false) });
    expect(refused.status.headline).toBe('Needs operator');
    expect(refused.status.steps.find((step) => step.name === 'create-domain-name')?.state).toBe('failed');
    const retryAt = new Date(now.getTime() + 21_000);
    const paced = decideCase({
      observed: awaiting,
      attempt: {
        step: 'create-domain-name',
        result: 'waiting',
        actor: 'aws',
        sentence: 'Waits for its turn.',
        retryAt,
      },
    });
    expect(paced).toMatchObject({
      nextCheckAt: retryAt,
      status: { headline: 'Working', trouble: null, sentence: 'Waits for its turn.' },
    });
  });

  it('tells the owner of an apex that a CNAME is impossible there', () => {
    const { status } = decideCase({
      wanted: { ...customer, hostname: 'example.com', gatewayDomainName: 'example.com' },
      observed: {
        ...awaiting,
        certificate: is(certificate({ names: ['example.com'] })),
        gatewayDomain: is(gatewayDomain()),
        mappings: is([mapping()]),
        routing: is(nowhere),
      },
    });
    expect(status.records.find((row) => row.purpose === 'routing')).toMatchObject({
      relativeName: '@',
      sentence: expect.stringMatching(/ALIAS/),
    });
  });

  it('shows a customer all records on the first day', () => {
    const { status } = decideCase({
      wanted: customer,
      subject: { edge },
      observed: { ...pending, routing: is(nowhere), validation: notSeen() },
    });
    expect(status).toMatchObject({ headline: 'Waiting for tenant' });
    expect(status.records.map(({ type, value, verdict }) => [type, value, verdict])).toEqual([
      ['CNAME', '_y.acm-validations.aws', 'missing'],
      ['CNAME', edge.name, 'missing'],
    ]);
    const early = is(routing({ chain: [edge.name], addresses: [], failure: 'NODATA' }));
    const seenEarly = decideCase({ wanted: customer, subject: { edge }, observed: { ...pending, routing: early } });
    expect(seenEarly.status.records.at(-1)).toMatchObject({ verdict: 'ok', observed: [edge.name] });
  });

  it('asks nobody for the record before the cut-over, and keeps what the test said', () => {
    const given = {
      wanted: customer,
      subject: { edge, phase: 'prepare' as const },
      observed: {
        edgeRecords: is(edgeRecords()),
        routing: is(routing({ addresses: ['203.0.113.7'] })),
        proof: notAsked,
        rehearsal: is(proof({ resolved: false })),
      },
    };
    const { status } = decideCase(given);
    expect(status.records.at(-1)).toMatchObject({ verdict: 'later', observed: ['203.0.113.7'] });
    expect(status.rehearsal).toMatchObject({ tls: { ok: true }, https: { ok: true } });
    expect(status.steps.map(({ name, state }) => `${name} ${state}`)).toContain('publish-edge-name done');
    expect(status.steps.find(({ name }) => name === 'publish-alias')).toMatchObject({ state: 'pending' });
    const later = decideCase({ ...given, observed: { ...given.observed, rehearsal: notAsked }, previous: status });
    expect(later.status.rehearsal).toEqual(status.rehearsal);
  });

  it('tells the steps in order', () => {
    const { status } = decideCase({ wanted: customer, observed: { ...pending, validation: seen } });
    expect(status.steps.map((step) => step.state)).toEqual([
      'done',
      'done',
      'waiting',
      'pending',
      'pending',
      'pending',
      'skipped',
      'pending',
    ]);
    expect(decideCase().status.steps.map((step) => step.state)).toEqual(Array(8).fill('done'));
    expect(inputOf().observed.zoneRecords).toEqual(is(fullZone));
  });
});
