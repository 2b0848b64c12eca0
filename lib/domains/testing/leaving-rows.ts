import { notAsked } from '@/lib/domains/observed';
import {
  absent,
  certificate,
  gatewayDomain,
  is,
  liveBefore,
  mapping,
  unseen,
  validationRecord,
} from '@/lib/domains/testing/decide-fixtures';

import type { Row } from '@/lib/domains/testing/decide-row';

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
    given: { wanted: absent, observed: { zoneRecords: is([validationRecord]), mappings: is([]) } },
    headline: 'Offboarding',
    action: 'remove-domain-name',
  },
  {
    title: 'leaving: then the validation record',
    given: {
      wanted: absent,
      observed: { zoneRecords: is([validationRecord]), gatewayDomain: is(null), mappings: notAsked },
    },
    headline: 'Offboarding',
    action: 'remove-validation',
  },
  {
    title: 'leaving: then the certificate',
    given: { wanted: absent, observed: { zoneRecords: is([]), gatewayDomain: is(null), mappings: notAsked } },
    headline: 'Offboarding',
    action: 'remove-certificate',
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
      observed: {
        zoneRecords: is([validationRecord]),
        gatewayDomain: is(null),
        certificateSharedBy: is({ certificate: null, validation: 'x' }),
      },
    },
    headline: 'Offboarding',
    action: 'remove-certificate',
  },
  {
    title: 'leaving: AWS away',
    given: { wanted: absent, observed: { gatewayDomain: unseen(), zoneRecords: notAsked, mappings: notAsked } },
    headline: 'Offboarding',
    axes: { gateway: 'not-started', dns: 'unknown' },
  },
];
