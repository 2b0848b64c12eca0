import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecideInput, decide } from '@/lib/domains/decide';
import { danglingOf } from '@/lib/domains/decide/dangling';
import { proofHolds } from '@/lib/domains/decide/proof-holds';
import { axisNames, offboardingSteps, onboardingSteps } from '@/lib/domains/model';
import { ownsCertificate, ownsGatewayDomain, usesGatewayDomain } from '@/lib/domains/ownership';
import { arbitraryInput } from '@/lib/domains/testing/arbitrary-input';
import { inputOf, is, now, nowhere, proof } from '@/lib/domains/testing/decide-fixtures';
import type { GatewayDomain } from '@/lib/inventory/model';

const always = (holds: (input: DecideInput) => boolean | undefined) =>
  fc.assert(fc.property(arbitraryInput, holds), { numRuns: 1500 });

/** Only the certificate that an operator gave up, of a name that is ours, for one that is issued. */
function mayReplaceCertificate({ subject, wanted, observed }: DecideInput, domain: GatewayDomain) {
  const { certificate } = observed;
  return (
    domain.certificateArn === subject.replacesCertificateArn &&
    domain.certificateArn !== wanted.certificateArn &&
    (usesGatewayDomain(subject, domain) || subject.takeoverConfirmed) &&
    certificate.known &&
    certificate.value?.status === 'ISSUED'
  );
}

/** Of the steps to Live only, whatever the DNS, the certificate or the probe say. */
const isNoRemoval = (action: string) =>
  (onboardingSteps as readonly string[]).includes(action) && !/remove|delete/.test(action);

const live = ['Live', 'Live, at risk'];
const wasLive = [...live, 'Broken'];

describe('whatever is observed, decide', () => {
  it('never says Live for the first time without a proof, and never against one', () => {
    always((input) => {
      const { headline } = decide(input).status;
      const { proof } = input.observed;
      const before = input.previous?.headline ?? 'Draft';
      if (headline === 'Live') return proof.known ? proofHolds(proof.value) : live.includes(before);
      if (headline === 'Live, at risk') return (proof.known && proofHolds(proof.value)) || wasLive.includes(before);
      return true;
    });
  });

  it('never says Broken because something could not be checked', () => {
    always((input) => {
      if (decide(input).status.headline !== 'Broken' || input.previous?.headline === 'Broken') return true;
      const { proof } = input.observed;
      return (
        proof.known && !proofHolds(proof.value) && input.previous?.proof != null && !proofHolds(input.previous.proof)
      );
    });
  });

  it('is deterministic and leaves its input alone', () => {
    always((input) => {
      const copy = structuredClone(input);
      expect(decide(input)).toEqual(decide(copy));
      expect(input).toEqual(copy);
    });
  });

  it('never dates anything into the future, and looks again later unless it is gone', () => {
    always((input) => {
      const { status, nextCheckAt } = decide(input);
      const at = now.toISOString();
      const dates = [
        status.since,
        ...axisNames.map((name) => status.axes[name].since),
        ...status.steps.flatMap((step) => step.since ?? []),
      ];
      expect(dates.every((date) => date <= at)).toBe(true);
      if (status.headline === 'Gone') return nextCheckAt === null;
      return nextCheckAt !== null && nextCheckAt >= now && nextCheckAt.getTime() <= now.getTime() + 3_600_000 * 1.1;
    });
  });

  it('never proposes to delete what is not ours, or to delete at all what is wanted', () => {
    always((input) => {
      const { action } = decide(input);
      const { observed, subject, wanted } = input;
      if (action === null) return true;
      if (wanted.intent === 'present') return isNoRemoval(action);
      if (!(offboardingSteps as readonly string[]).includes(action)) return false;
      if (action === 'remove-domain-name')
        return (
          observed.gatewayDomain.known &&
          observed.gatewayDomain.value !== null &&
          ownsGatewayDomain(subject, observed.gatewayDomain.value) &&
          (subject.danglingConfirmed || danglingOf(input, observed.gatewayDomain.value).state === 'gone')
        );
      if (action === 'remove-validation')
        return (
          observed.certificate.known && observed.certificate.value === null && wanted.certificateMode === 'dedicated'
        );
      if (action === 'remove-certificate') {
        return (
          observed.certificate.known &&
          observed.certificate.value !== null &&
          ownsCertificate(subject, observed.certificate.value)
        );
      }
      return true;
    });
  });

  it('deletes nothing of a domain because it fails, however long', () => {
    const failing = fc.tuple(arbitraryInput, fc.integer({ min: 2, max: 10_000 }), fc.boolean());
    fc.assert(
      fc.property(failing, ([given, checks, gone]) => {
        const previous = decide(inputOf()).status;
        const since = '2026-11-01T00:00:00.000Z';
        const watch = { calmSince: since, failing: { since, checks }, servedBy: null, insideAt: null };
        const observed = gone
          ? { ...given.observed, routing: is(nowhere), proof: is(proof({ resolved: false })) }
          : given.observed;
        const { action } = decide({
          ...given,
          observed,
          wanted: { ...given.wanted, intent: 'present' },
          previous: { ...previous, headline: 'Broken', watch },
          attempt: null,
        });
        return action === null || isNoRemoval(action);
      }),
      { numRuns: 1500 },
    );
  });

  it('counts failed probes from the first one on, and nothing else', () => {
    always((input) => {
      const { watch } = decide(input).status;
      const { proof } = input.observed;
      if (watch === undefined) return true;
      if (proof.known && proofHolds(proof.value)) return watch.failing === null;
      return watch.failing === null || watch.failing.since <= now.toISOString();
    });
  });

  it('acts on nothing that it could not read', () => {
    always((input) => {
      const { action } = decide(input);
      const { certificate, gatewayDomain, mappings, zoneRecords } = input.observed;
      if (action === 'create-domain-name')
        return (
          gatewayDomain.known && (gatewayDomain.value === null || mayReplaceCertificate(input, gatewayDomain.value))
        );
      if (action === 'create-mappings' || action === 'remove-mappings') return mappings.known && gatewayDomain.known;
      if (action === 'publish-alias' || action === 'remove-alias') return zoneRecords.known && gatewayDomain.known;
      if (action === 'publish-validation' || action === 'remove-validation')
        return zoneRecords.known && certificate.known;
      if (action === 'request-certificate') {
        if (input.wanted.certificateArn === null) return !certificate.known;
        return certificate.known && certificate.value?.status === 'VALIDATION_TIMED_OUT';
      }
      return true;
    });
  });

  it('says in words what is, with no gaps', () => {
    always((input) => {
      const { status } = decide(input);
      const words = [
        status.sentence,
        ...axisNames.map((name) => status.axes[name].sentence),
        ...status.steps.map((step) => step.sentence),
      ];
      for (const sentence of words) expect(sentence).toMatch(/^[A-Z/*a-z0-9].*[.)]$|^Waits\.$/s);
      expect(words.join(' ')).not.toMatch(/undefined|\bnull\b|NaN/);
    });
  });

  it('does nothing once all is as wanted', () => {
    expect(decide(inputOf())).toMatchObject({ action: null, status: { headline: 'Live' } });
    expect(decide(inputOf({ previous: decide(inputOf()).status }))).toMatchObject({
      action: null,
      status: { headline: 'Live' },
    });
  });
});
