import type { DomainStatus } from '@/lib/domains/model';
import { notAsked } from '@/lib/domains/observed';
import {
  certificate,
  customer,
  decideCase,
  foreignRecord,
  gatewayDomain,
  is,
  mapping,
  notSeen,
  now,
  nowhere,
  pendingCertificate,
  proof,
  routing,
  unseen,
  validationRecord,
} from '@/lib/domains/testing/decide-fixtures';

import type { Row } from '@/lib/domains/testing/decide-row';

export const awaiting = { gatewayDomain: is(null), mappings: notAsked, routing: notAsked, proof: notAsked };
export const pending = { certificate: is(pendingCertificate()), ...awaiting };
const hour = 3_600_000;
const earlier = (status: DomainStatus): DomainStatus => ({
  ...status,
  axes: Object.fromEntries(
    Object.entries(status.axes).map(([name, axis]) => [
      name,
      { ...axis, since: new Date(now.getTime() - hour).toISOString() },
    ]),
  ) as DomainStatus['axes'],
});

export const onboardingRows: Row[] = [
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
    headline: 'Needs operator',
    says: /72 hours/,
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
  { title: 'certificate issued', given: { observed: awaiting }, headline: 'Working', action: 'create-domain-name' },
  {
    title: "custom domain name is another tenant's",
    given: {
      subject: { gatewayDomainOurs: false },
      observed: { ...awaiting, gatewayDomain: is(gatewayDomain({ tags: { 'gatehouse:tenant': 'acme' } })) },
    },
    headline: 'Needs operator',
    axes: { gateway: 'problem' },
    says: /tenant acme/,
  },
  {
    title: 'custom domain name is foreign',
    given: { subject: { gatewayDomainOurs: false } },
    headline: 'Needs operator',
    says: /not made here/,
  },
  {
    title: 'custom domain name with our tag is adopted',
    given: {
      subject: { gatewayDomainOurs: false },
      observed: { gatewayDomain: is(gatewayDomain({ tags: { 'gatehouse:domain': 'id-1' } })) },
    },
    headline: 'Live',
  },
  {
    title: 'custom domain name failed',
    given: { observed: { gatewayDomain: is(gatewayDomain({ status: 'FAILED', statusMessage: 'No.' })) } },
    headline: 'Needs operator',
    says: /AWS says: No\./,
  },
  {
    title: 'edge-optimised',
    given: { observed: { gatewayDomain: is(gatewayDomain({ endpointType: 'EDGE' })) } },
    headline: 'Needs operator',
    says: /only regional/,
  },
  {
    title: 'custom domain name pending',
    given: { observed: { gatewayDomain: is(gatewayDomain({ status: 'PENDING' })), proof: notAsked } },
    headline: 'Working',
    actor: 'aws',
    axes: { gateway: 'waiting' },
  },
  {
    title: 'wildcard custom domain name is gone',
    given: { wanted: { gatewayDomainName: '*.example.com', mappings: [] }, observed: awaiting },
    headline: 'Needs operator',
    says: /not on the gateway any more/,
  },
  {
    title: 'mapping missing',
    given: { observed: { mappings: is([]), zoneRecords: is([validationRecord]), routing: notAsked, proof: notAsked } },
    headline: 'Working',
    action: 'create-mappings',
    axes: { mapping: 'working', dns: 'not-started' },
  },
  {
    title: 'no mapping wanted and none there',
    given: { wanted: { mappings: [] }, observed: { mappings: is([]), proof: notAsked } },
    headline: 'Needs operator',
    axes: { mapping: 'problem' },
  },
  {
    title: 'adopted with a mapping without a stage',
    given: { wanted: { mappings: [] } },
    headline: 'Live',
    axes: { mapping: 'ok' },
  },
  {
    title: 'mapping leads elsewhere on a name of ours',
    given: { observed: { mappings: is([mapping({ stage: 'test' })]), proof: notAsked } },
    headline: 'Working',
    action: 'create-mappings',
  },
  {
    title: 'mapping leads elsewhere on a shared name',
    given: {
      wanted: { gatewayDomainName: '*.example.com' },
      observed: {
        gatewayDomain: is(gatewayDomain({ name: '*.example.com' })),
        mappings: is([mapping({ stage: 'test' })]),
        proof: notAsked,
      },
    },
    headline: 'Needs operator',
    axes: { mapping: 'problem' },
  },
  {
    title: 'alias to publish',
    given: { observed: { zoneRecords: is([validationRecord]), routing: notAsked, proof: notAsked } },
    headline: 'Working',
    action: 'publish-alias',
  },
  {
    title: 'a foreign record at the hostname',
    given: { observed: { zoneRecords: is([validationRecord, foreignRecord]), routing: notAsked, proof: notAsked } },
    headline: 'Needs operator',
    axes: { dns: 'problem' },
    says: /A 203\.0\.113\.7 at shop.example.com, which was not made here/,
  },
  {
    title: 'a foreign record, takeover confirmed',
    given: {
      subject: { takeoverConfirmed: true },
      observed: { zoneRecords: is([validationRecord, foreignRecord]), routing: notAsked, proof: notAsked },
    },
    headline: 'Working',
    action: 'publish-alias',
  },
  {
    title: 'alias spreading',
    given: {
      observed: { pendingChange: is('PENDING'), routing: notAsked, proof: notAsked },
      previous: decideCase({ observed: pending }).status,
    },
    headline: 'Working',
    actor: 'aws',
    axes: { validation: 'ok', dns: 'waiting' },
    says: /spreading/,
  },
  {
    title: 'alias not visible yet',
    given: { observed: { routing: is(nowhere), proof: notAsked } },
    headline: 'Working',
    actor: 'aws',
    says: /not visible/,
  },
  {
    title: 'customer has to point the name here',
    given: { wanted: customer, observed: { zoneRecords: notAsked, routing: is(nowhere), proof: notAsked } },
    headline: 'Waiting for tenant',
    actor: 'tenant',
    says: /does not exist in the DNS. It has to point to d-abc/,
  },
  {
    title: 'customer points elsewhere',
    given: {
      wanted: customer,
      observed: { routing: is(routing({ chain: ['x.hoster.net'], addresses: ['203.0.113.9'] })), proof: notAsked },
    },
    headline: 'Waiting for tenant',
    says: /points to x.hoster.net/,
  },
  {
    title: "customer's routing can't be asked",
    given: {
      wanted: customer,
      observed: { routing: is(routing({ addresses: [], failure: 'SERVFAIL' })), proof: notAsked },
    },
    headline: 'Working',
    axes: { dns: 'unknown' },
    says: /SERVFAIL/,
  },
  {
    title: 'no proper answer yet',
    given: { observed: { proof: is(proof({ https: false })) } },
    headline: 'Working',
    actor: 'aws',
    axes: { dns: 'waiting' },
  },
  {
    title: 'no proper answer for long',
    given: {
      observed: { proof: is(proof({ tls: false })) },
      previous: earlier(decideCase({ observed: { proof: is(proof({ tls: false })) } }).status),
    },
    headline: 'Needs operator',
    says: /The certificate expired/,
  },
];
