import { notAsked } from '@/lib/domains/observed';
import { awaiting, earlier, pending } from '@/lib/domains/testing/certificate-rows';
import {
  customer,
  decideCase,
  foreignRecord,
  gatewayDomain,
  is,
  mapping,
  nowhere,
  proof,
  routing,
  validationRecord,
} from '@/lib/domains/testing/decide-fixtures';
import type { Row } from '@/lib/domains/testing/decide-row';

/** From an issued certificate to Live. */
export const gatewayRows: Row[] = [
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
