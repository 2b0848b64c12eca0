import { preparedSentence } from '@/lib/domains/decide/dns-axis';
import { notAsked } from '@/lib/domains/observed';
import { awaiting } from '@/lib/domains/testing/certificate-rows';
import {
  absent,
  customer,
  edge,
  edgeRecords,
  foreignEdge,
  foreignRecord,
  gatewayDomain,
  is,
  mapping,
  nowhere,
  proof,
  routing,
  unseen,
  validationRecord,
} from '@/lib/domains/testing/decide-fixtures';
import type { Row } from '@/lib/domains/testing/decide-row';

const stable = { subject: { edge } };
const preparing = { phase: 'prepare' as const };
const elsewhere = is(routing({ addresses: ['203.0.113.7'] }));
const rehearsed = is(proof({ resolved: false }));
const prepared = { routing: elsewhere, proof: notAsked, rehearsal: rehearsed };

/** Customers' domains with a stable name, and domains that are prepared before they are cut over. */
export const edgeRows: Row[] = [
  {
    title: 'stable name: to publish once the paths are mapped',
    given: { ...stable, wanted: customer, observed: { edgeRecords: is([]), routing: is(nowhere), proof: notAsked } },
    headline: 'Working',
    action: 'publish-edge-name',
    axes: { dns: 'working' },
  },
  {
    title: 'stable name: not before the paths are mapped',
    given: { ...stable, wanted: customer, observed: { mappings: is([]), edgeRecords: is([]), routing: is(nowhere) } },
    headline: 'Working',
    action: 'create-mappings',
    axes: { dns: 'not-started' },
  },
  {
    title: 'stable name: led to an older target, follows the new one',
    given: {
      ...stable,
      wanted: customer,
      observed: { edgeRecords: is(edgeRecords('d-old.execute-api.us-east-1.amazonaws.com')), proof: notAsked },
    },
    headline: 'Working',
    action: 'publish-edge-name',
  },
  {
    title: 'stable name: somebody else has a record there',
    given: { ...stable, wanted: customer, observed: { edgeRecords: is([foreignEdge]), proof: notAsked } },
    headline: 'Needs operator',
    axes: { dns: 'problem' },
    says: /A 203\.0\.113\.7 at shop\.edge\.ours\.example, which was not made here/,
  },
  {
    title: 'stable name: could not be read',
    given: { ...stable, wanted: customer, observed: { edgeRecords: unseen(), routing: notAsked, proof: notAsked } },
    headline: 'Working',
    axes: { dns: 'unknown' },
  },
  {
    title: 'stable name: published, and being spread',
    given: {
      ...stable,
      wanted: customer,
      observed: {
        edgeRecords: is(edgeRecords()),
        pendingChange: is('PENDING'),
        routing: notAsked,
        proof: notAsked,
      },
    },
    headline: 'Working',
    actor: 'aws',
    axes: { dns: 'waiting' },
  },
  {
    title: 'stable name: the hostname has to lead to it',
    given: {
      ...stable,
      wanted: customer,
      observed: { edgeRecords: is(edgeRecords()), routing: is(nowhere), proof: notAsked },
    },
    headline: 'Waiting for tenant',
    says: /has to point to shop\.edge\.ours\.example/,
  },
  {
    title: 'stable name: the hostname leads to it',
    given: {
      ...stable,
      wanted: customer,
      observed: { edgeRecords: is(edgeRecords()), routing: is(routing({ chain: [edge.name] })) },
    },
    headline: 'Live',
  },
  {
    title: 'leaving: the stable name goes, also where the custom domain name is gone already',
    given: {
      ...stable,
      wanted: { ...customer, ...absent },
      observed: { gatewayDomain: is(null), mappings: notAsked, edgeRecords: is(edgeRecords()) },
    },
    headline: 'Offboarding',
    action: 'remove-edge-name',
  },
  {
    title: 'leaving: the stable name goes before the custom domain name',
    given: {
      ...stable,
      wanted: { ...customer, ...absent },
      observed: { mappings: is([]), edgeRecords: is(edgeRecords()) },
    },
    headline: 'Offboarding',
    action: 'remove-edge-name',
  },
  {
    title: 'prepared in our zone: the old record stays',
    given: { subject: preparing, observed: { ...prepared, zoneRecords: is([validationRecord, foreignRecord]) } },
    headline: 'Needs operator',
    actor: 'us',
    axes: { dns: 'waiting', gateway: 'ok', mapping: 'ok' },
    says: new RegExp(preparedSentence('shop.example.com')),
  },
  {
    title: "prepared at the customer's: nobody is asked yet",
    given: {
      subject: { ...preparing, edge },
      wanted: customer,
      observed: { ...prepared, edgeRecords: is(edgeRecords()) },
    },
    headline: 'Needs operator',
    says: /prepared and can be cut over/,
  },
  {
    title: 'preparing: the certificate comes first',
    given: { subject: preparing, observed: { ...awaiting, routing: elsewhere } },
    headline: 'Working',
    action: 'create-domain-name',
  },
  {
    title: 'preparing: paths come before the test',
    given: { subject: preparing, observed: { ...prepared, mappings: is([]), rehearsal: notAsked } },
    headline: 'Working',
    action: 'create-mappings',
  },
  {
    title: 'preparing: the gateway does not answer for it yet',
    given: { subject: preparing, observed: { ...prepared, rehearsal: is(proof({ resolved: false, https: false })) } },
    headline: 'Working',
    actor: 'aws',
    says: /Somebody else answered/,
  },
  {
    title: 'preparing: not tested yet',
    given: { subject: preparing, observed: { ...prepared, rehearsal: notAsked } },
    headline: 'Working',
  },
  {
    title: 'preparing: it leads here all the same',
    given: { subject: preparing },
    headline: 'Live',
  },
  {
    title: 'a wildcard is prepared, too',
    given: {
      subject: preparing,
      wanted: { gatewayDomainName: '*.example.com', mappings: [], certificateMode: 'existing' },
      observed: {
        ...prepared,
        gatewayDomain: is(gatewayDomain({ name: '*.example.com' })),
        mappings: is([mapping({ domainName: '*.example.com' })]),
      },
    },
    headline: 'Needs operator',
    says: /can be cut over/,
  },
];
