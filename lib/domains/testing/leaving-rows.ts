import { notAsked } from '@/lib/domains/observed';
import {
  absent,
  alias,
  certificate,
  customer,
  gatewayDomain,
  is,
  liveBefore,
  mapping,
  nowhere,
  routing,
  unseen,
  validationRecord,
} from '@/lib/domains/testing/decide-fixtures';

import type { Row } from '@/lib/domains/testing/decide-row';

const leadsHere = 'd-abc.execute-api.us-east-1.amazonaws.com';

export const leavingRows: Row[] = [
  {
    title: 'leaving: records first',
    given: { wanted: absent, previous: liveBefore() },
    headline: 'Offboarding',
    action: 'remove-alias',
  },
  {
    title: 'leaving: then mappings',
    given: { wanted: absent, observed: { zoneRecords: is([validationRecord]) } },
    headline: 'Offboarding',
    action: 'remove-mappings',
  },
  {
    title: 'leaving: then the name',
    given: {
      wanted: absent,
      observed: { zoneRecords: is([validationRecord]), mappings: is([]), routing: is(nowhere) },
    },
    headline: 'Offboarding',
    action: 'remove-domain-name',
  },
  {
    title: 'leaving: our zone is clean, and caches still lead there',
    given: { wanted: absent, observed: { zoneRecords: is([validationRecord]), mappings: is([]) } },
    headline: 'Offboarding',
    actor: 'aws',
    says: /still has the addresses .* caches forget it/,
  },
  {
    title: 'leaving: a weighted record of others leads there',
    given: {
      wanted: absent,
      observed: { zoneRecords: is([{ ...alias('A'), setIdentifier: 'blue' }]), mappings: is([]) },
    },
    headline: 'Offboarding',
    actor: 'us',
    says: /Our zone has a record that leads there/,
  },
  {
    title: 'leaving: a wildcard of our zone answers now, at an address that others share',
    given: {
      wanted: absent,
      observed: { zoneRecords: is([{ ...alias('A', 'd-other.example'), name: '*.example.com' }]), mappings: is([]) },
    },
    headline: 'Offboarding',
    action: 'remove-domain-name',
  },
  {
    title: "leaving: the tenant's record still leads there",
    given: {
      wanted: { ...absent, ...customer },
      observed: { zoneRecords: notAsked, mappings: is([]), routing: is(routing({ chain: [leadsHere] })) },
    },
    headline: 'Offboarding',
    actor: 'tenant',
    says: /shop\.example\.com still points to d-abc.* The tenant has to remove that record first/,
  },
  {
    title: 'leaving: the operator typed that it goes all the same',
    given: {
      wanted: { ...absent, ...customer },
      subject: { danglingConfirmed: true },
      observed: { zoneRecords: notAsked, mappings: is([]) },
    },
    headline: 'Offboarding',
    action: 'remove-domain-name',
  },
  {
    title: "leaving: the tenant's record leads elsewhere by now",
    given: {
      wanted: { ...absent, ...customer },
      observed: {
        zoneRecords: notAsked,
        mappings: is([]),
        routing: is(routing({ chain: ['elsewhere.example'], addresses: ['203.0.113.9'] })),
      },
    },
    headline: 'Offboarding',
    action: 'remove-domain-name',
  },
  {
    title: 'leaving: a DNS that could not be asked is not gone',
    given: {
      wanted: { ...absent, ...customer },
      observed: {
        zoneRecords: notAsked,
        mappings: is([]),
        routing: is(routing({ addresses: [], failure: 'SERVFAIL' })),
      },
    },
    headline: 'Offboarding',
    axes: { gateway: 'unknown' },
    says: /stays until the public DNS could be asked/,
  },
  {
    title: 'leaving: nor is one whose answer can not be compared',
    given: {
      wanted: { ...absent, ...customer },
      observed: {
        zoneRecords: notAsked,
        mappings: is([]),
        routing: is({ ...routing({ addresses: ['203.0.113.9'] }), target: { name: leadsHere, addresses: [] } }),
      },
    },
    headline: 'Offboarding',
    axes: { gateway: 'unknown' },
  },
  {
    title: 'leaving with the whole tenant: its API keys first',
    given: {
      wanted: absent,
      subject: { tenantLeaves: true },
      observed: { usage: is([{ id: 'key1', name: 'one', enabled: true, tags: {} }]) },
    },
    headline: 'Offboarding',
    action: 'stop-usage',
  },
  {
    title: 'leaving with the whole tenant: keys that could not be read stop the rest',
    given: { wanted: absent, subject: { tenantLeaves: true }, observed: { usage: unseen() } },
    headline: 'Offboarding',
    says: /Could not check the tenant's API keys/,
  },
  {
    title: 'leaving: the certificate that stays loses our tags',
    given: {
      wanted: { ...absent, certificateMode: 'existing' },
      observed: {
        zoneRecords: is([]),
        gatewayDomain: is(null),
        certificate: is(certificate({ tags: { 'gatehouse:domain': 'id-1', Name: 'x' } })),
      },
    },
    headline: 'Offboarding',
    action: 'remove-tags',
  },
  {
    title: "leaving: another domain's tags stay",
    given: {
      wanted: { ...absent, certificateMode: 'existing' },
      observed: {
        zoneRecords: is([]),
        gatewayDomain: is(null),
        certificate: is(certificate({ tags: { 'gatehouse:domain': 'id-2', 'gatehouse:tenant': 'shop' } })),
      },
    },
    headline: 'Gone',
  },
  {
    title: 'leaving: then the certificate',
    given: {
      wanted: absent,
      observed: { zoneRecords: is([validationRecord]), gatewayDomain: is(null), mappings: notAsked },
    },
    headline: 'Offboarding',
    action: 'remove-certificate',
  },
  {
    title: 'leaving: then its validation record, which is remembered',
    given: {
      wanted: absent,
      previous: liveBefore(),
      observed: {
        zoneRecords: is([validationRecord]),
        gatewayDomain: is(null),
        mappings: notAsked,
        certificate: is(null),
      },
    },
    headline: 'Offboarding',
    action: 'remove-validation',
  },
  {
    title: 'leaving: certificate still in use',
    given: {
      wanted: absent,
      observed: { zoneRecords: is([]), gatewayDomain: is(null), certificate: is(certificate({ inUseBy: ['lb'] })) },
    },
    headline: 'Offboarding',
    actor: 'aws',
  },
  {
    title: 'gone',
    given: { wanted: absent, observed: { zoneRecords: is([]), gatewayDomain: is(null), certificate: is(null) } },
    headline: 'Gone',
    actor: 'nobody',
  },
  {
    title: "leaving: somebody else's mapping would go, too",
    given: { wanted: absent, observed: { zoneRecords: is([]), mappings: is([mapping({ basePath: 'other' })]) } },
    headline: 'Needs operator',
    says: /also maps \/other/,
  },
  {
    title: 'leaving: shared certificate and name stay',
    given: {
      wanted: { ...absent, certificateMode: 'existing', gatewayDomainName: '*.example.com', mappings: [] },
      subject: { certificateOurs: false, gatewayDomainOurs: false },
      observed: { gatewayDomain: is(gatewayDomain({ name: '*.example.com' })), zoneRecords: is([]) },
    },
    headline: 'Gone',
  },
  {
    title: 'leaving: validation record that others need stays',
    given: {
      wanted: absent,
      previous: liveBefore(),
      observed: {
        zoneRecords: is([validationRecord]),
        gatewayDomain: is(null),
        certificate: is(null),
        certificateSharedBy: is({ certificate: null, validation: 'x.' }),
      },
    },
    headline: 'Gone',
  },
  {
    title: 'leaving: AWS away',
    given: { wanted: absent, observed: { gatewayDomain: unseen(), zoneRecords: notAsked, mappings: notAsked } },
    headline: 'Offboarding',
    axes: { gateway: 'not-started', dns: 'unknown' },
  },
];
