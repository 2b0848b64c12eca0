import type { DomainStatus } from '@/lib/domains/model';
import { notAsked } from '@/lib/domains/observed';
import {
  certificate,
  customer,
  decideCase,
  is,
  notSeen,
  now,
  pendingCertificate,
  unseen,
  validationRecord,
} from '@/lib/domains/testing/decide-fixtures';

import type { Row } from '@/lib/domains/testing/decide-row';

export const awaiting = { gatewayDomain: is(null), mappings: notAsked, routing: notAsked, proof: notAsked };
export const pending = { certificate: is(pendingCertificate()), ...awaiting };
const hour = 3_600_000;
export const earlier = (status: DomainStatus): DomainStatus => ({
  ...status,
  axes: Object.fromEntries(
    Object.entries(status.axes).map(([name, axis]) => [
      name,
      { ...axis, since: new Date(now.getTime() - hour).toISOString() },
    ]),
  ) as DomainStatus['axes'],
});

/** From nothing to an issued certificate. */
export const certificateRows: Row[] = [
  {
    title: 'all proven',
    given: {},
    headline: 'Live',
    actor: 'nobody',
    axes: { validation: 'ok', certificate: 'ok', gateway: 'ok', mapping: 'ok', dns: 'ok' },
  },
  {
    title: 'nothing there yet',
    given: {
      wanted: { certificateArn: null },
      observed: { ...awaiting, certificate: notAsked, zoneRecords: notAsked },
    },
    headline: 'Working',
    action: 'request-certificate',
    axes: { validation: 'not-started', certificate: 'working', gateway: 'not-started', dns: 'not-started' },
    says: /Requesting a certificate for shop.example.com/,
  },
  {
    title: 'nothing there and AWS away',
    given: { observed: { ...awaiting, certificate: unseen(), gatewayDomain: unseen(), zoneRecords: notAsked } },
    headline: 'Draft',
    axes: { certificate: 'unknown', gateway: 'unknown' },
  },
  {
    title: 'AWS lacks a permission',
    given: { observed: { ...awaiting, certificate: unseen({ retryable: false, actor: 'us' }) } },
    headline: 'Needs operator',
    actor: 'us',
  },
  {
    title: 'record not named yet',
    given: { observed: { ...pending, certificate: is(pendingCertificate({ validations: [] })) } },
    headline: 'Working',
    actor: 'aws',
    axes: { validation: 'waiting', certificate: 'waiting' },
    says: /names the validation record/,
  },
  {
    title: 'record to publish',
    given: { observed: { ...pending, zoneRecords: is([]) } },
    headline: 'Working',
    action: 'publish-validation',
  },
  {
    title: 'record spreading',
    given: { observed: { ...pending, pendingChange: is('PENDING'), validation: notAsked } },
    headline: 'Working',
    actor: 'aws',
    axes: { validation: 'waiting' },
  },
  {
    title: 'record visible, ACM at work',
    given: { observed: pending },
    headline: 'Working',
    actor: 'aws',
    axes: { validation: 'ok', certificate: 'waiting' },
  },
  {
    title: 'record conflicts with a foreign one',
    given: { observed: { ...pending, zoneRecords: is([{ ...validationRecord, values: ['other.example.net'] }]) } },
    headline: 'Needs operator',
    axes: { validation: 'problem' },
    says: /not made here/,
  },
  {
    title: 'zone not visible for long',
    given: {
      observed: { ...pending, validation: notSeen() },
      previous: earlier(decideCase({ observed: { ...pending, validation: notSeen() } }).status),
    },
    headline: 'Needs operator',
    says: /delegated/,
  },
  {
    title: 'customer has to add the validation record',
    given: { wanted: customer, observed: { ...pending, validation: notSeen(), zoneRecords: notAsked } },
    headline: 'Waiting for tenant',
    actor: 'tenant',
    axes: { validation: 'waiting', certificate: 'waiting' },
    says: /_x.shop.example.com has to be created and point to _y.acm-validations.aws/,
  },
  {
    title: "customer's DNS can't be asked",
    given: { wanted: customer, observed: { ...pending, validation: notSeen('TIMEOUT'), zoneRecords: notAsked } },
    headline: 'Working',
    axes: { validation: 'unknown' },
  },
  {
    title: 'certificate failed',
    given: { observed: { ...pending, certificate: is(certificate({ status: 'FAILED', failureReason: 'CAA_ERROR' })) } },
    headline: 'Needs operator',
    axes: { certificate: 'problem' },
    says: /CAA/,
  },
  {
    title: 'certificate timed out',
    given: { observed: { ...pending, certificate: is(certificate({ status: 'VALIDATION_TIMED_OUT' })) } },
    headline: 'Working',
    action: 'request-certificate',
    says: /72 hours\. A new certificate is requested by itself; the record stays the same/,
  },
  {
    title: 'certificate timed out for the fourth time in a row',
    given: {
      subject: { timedOutRequests: 3 },
      observed: { ...pending, certificate: is(certificate({ status: 'VALIDATION_TIMED_OUT' })) },
    },
    headline: 'Needs operator',
    says: /gave up 4 times, 12 days in all/,
  },
  {
    title: 'shared certificate timed out',
    given: {
      wanted: { certificateMode: 'existing' },
      observed: { ...pending, certificate: is(certificate({ status: 'VALIDATION_TIMED_OUT' })) },
    },
    headline: 'Needs operator',
    says: /72 hours/,
  },
  {
    title: 'second request in a row waits',
    given: { wanted: customer, subject: { timedOutRequests: 1 }, observed: { ...pending, validation: notSeen() } },
    headline: 'Waiting for tenant',
    axes: { certificate: 'waiting' },
  },
  {
    title: 'certificate deleted',
    given: { observed: { ...pending, certificate: is(null) } },
    headline: 'Needs operator',
    says: /any more/,
  },
  {
    title: 'certificate covers another name',
    given: { observed: { ...awaiting, certificate: is(certificate({ names: ['*.other.com'] })) } },
    headline: 'Needs operator',
    says: /\*\.other\.com, not shop/,
  },
];
