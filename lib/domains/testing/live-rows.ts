import { notAsked } from '@/lib/domains/observed';
import {
  alias,
  certificate,
  customer,
  decideCase,
  gatewayDomain,
  is,
  liveBefore,
  notSeen,
  proof,
  routing,
  unseen,
} from '@/lib/domains/testing/decide-fixtures';

import type { Row } from '@/lib/domains/testing/decide-row';

export const liveRows: Row[] = [
  { title: 'still Live', given: { previous: liveBefore() }, headline: 'Live' },
  {
    title: 'AWS away',
    given: {
      previous: liveBefore(),
      observed: {
        certificate: unseen(),
        gatewayDomain: unseen(),
        mappings: notAsked,
        zoneRecords: notAsked,
        validation: notAsked,
      },
    },
    headline: 'Live',
    axes: { certificate: 'unknown', gateway: 'unknown', dns: 'ok' },
  },
  {
    title: 'AWS and the DNS away',
    given: {
      previous: liveBefore(),
      observed: {
        certificate: unseen(),
        gatewayDomain: unseen(),
        mappings: unseen(),
        zoneRecords: unseen(),
        validation: notSeen('TIMEOUT'),
        routing: is(routing({ addresses: [], failure: 'TIMEOUT' })),
        proof: notAsked,
      },
    },
    headline: 'Live',
    axes: { dns: 'unknown' },
    says: /Live when last checked/,
  },
  {
    title: 'certificate expires soon',
    given: {
      previous: liveBefore(),
      observed: {
        certificate: is(certificate({ notBefore: '2026-05-17T00:00:00.000Z', notAfter: '2026-12-01T00:00:00.000Z' })),
      },
    },
    headline: 'Live, at risk',
    axes: { certificate: 'at-risk' },
    says: /expires in 8 days/,
  },
  {
    title: 'renewal waits for its record',
    given: {
      previous: liveBefore(),
      observed: { certificate: is(certificate({ renewalStatus: 'PENDING_VALIDATION' })) },
    },
    headline: 'Live, at risk',
    says: /can't renew/,
  },
  {
    title: 'validation record gone from our zone',
    given: {
      previous: liveBefore(),
      observed: { zoneRecords: is([alias('A'), alias('AAAA')]), validation: notSeen() },
    },
    headline: 'Live, at risk',
    action: 'publish-validation',
  },
  {
    title: "validation record gone from the customer's zone",
    given: { wanted: customer, previous: liveBefore(), observed: { zoneRecords: notAsked, validation: notSeen() } },
    headline: 'Live, at risk',
    actor: 'tenant',
  },
  {
    title: 'one failed probe',
    given: { previous: liveBefore(), observed: { proof: is(proof({ https: false })) } },
    headline: 'Live, at risk',
    says: /One check failed/,
  },
  {
    title: 'two failed probes',
    given: {
      previous: decideCase({
        previous: liveBefore(),
        observed: { proof: is(proof({ https: false, at: '2026-11-22T11:59:50.000Z' })) },
      }).status,
      observed: { proof: is(proof({ https: false })) },
    },
    headline: 'Broken',
    actor: 'us',
    says: /Somebody else answered/,
  },
  {
    title: 'mapping of a broken domain is put back',
    given: {
      previous: { ...liveBefore(), headline: 'Broken' },
      observed: { mappings: is([]), proof: is(proof({ https: false })) },
    },
    headline: 'Broken',
    action: 'create-mappings',
  },
  {
    title: 'new certificate asked for, old one still served',
    given: {
      previous: liveBefore(),
      wanted: { certificateArn: null },
      subject: { replacesCertificateArn: 'arn:old' },
      observed: { certificate: notAsked, gatewayDomain: is(gatewayDomain({ certificateArn: 'arn:old' })) },
    },
    headline: 'Live, at risk',
    action: 'request-certificate',
    says: /serves the old certificate until the new one is issued/,
  },
  {
    title: 'new certificate issued, old one still served',
    given: {
      previous: liveBefore(),
      subject: { replacesCertificateArn: 'arn:old' },
      observed: { gatewayDomain: is(gatewayDomain({ certificateArn: 'arn:old' })) },
    },
    headline: 'Live, at risk',
    action: 'create-domain-name',
  },
  {
    title: 'another certificate chosen for a sound one',
    given: {
      previous: liveBefore(),
      subject: { replacesCertificateArn: 'arn:old', replacedCertificate: certificate({ arn: 'arn:old' }) },
      observed: { gatewayDomain: is(gatewayDomain({ certificateArn: 'arn:old' })) },
    },
    headline: 'Live',
    action: 'create-domain-name',
  },
  {
    title: 'a sound certificate serves while its successor waits',
    given: {
      previous: liveBefore(),
      wanted: { certificateArn: null },
      subject: { replacesCertificateArn: 'arn:old', replacedCertificate: certificate({ arn: 'arn:old' }) },
      observed: { certificate: notAsked, gatewayDomain: is(gatewayDomain({ certificateArn: 'arn:old' })) },
    },
    headline: 'Live',
    action: 'request-certificate',
  },
  {
    title: 'the record of a shared certificate is gone, as the daily look saw',
    given: {
      previous: liveBefore(),
      wanted: { certificateMode: 'existing' },
      subject: {
        certificateRisks: [
          {
            code: 'validation-record-missing',
            sentence: "ACM can't renew it: the CNAME is not published any more.",
            fix: 'Publish it.',
            actor: 'us',
            urgent: false,
          },
        ],
      },
    },
    headline: 'Live, at risk',
    axes: { certificate: 'at-risk' },
    says: /not published any more\. Publish it/,
  },
  {
    title: 'certificate changed by somebody else is left alone',
    given: { previous: liveBefore(), observed: { gatewayDomain: is(gatewayDomain({ certificateArn: 'arn:other' })) } },
    headline: 'Live, at risk',
    axes: { gateway: 'at-risk' },
  },
  {
    title: 'another resolver has another record already',
    given: {
      previous: liveBefore(),
      wanted: customer,
      observed: {
        zoneRecords: notAsked,
        routing: is({
          ...routing(),
          others: [
            { resolver: '192.0.2.1:53', routing: routing({ addresses: [], failure: 'TIMEOUT' }).routing, leads: false },
            { resolver: '192.0.2.2:53', routing: routing({ addresses: ['203.0.113.7'] }).routing, leads: false },
          ],
        }),
      },
    },
    headline: 'Live, at risk',
    actor: 'tenant',
    axes: { dns: 'at-risk' },
    says: /^By the resolver 192\.0\.2\.2:53, shop\.example\.com has the addresses 203\.0\.113\.7; by others/,
  },
  {
    title: 'another resolver could not be asked',
    given: {
      previous: liveBefore(),
      observed: {
        routing: is({
          ...routing(),
          others: [
            { resolver: '192.0.2.1:53', routing: routing({ addresses: [], failure: 'TIMEOUT' }).routing, leads: false },
          ],
        }),
      },
    },
    headline: 'Live',
  },
  {
    title: 'AAAA leads elsewhere than A',
    given: {
      previous: liveBefore(),
      wanted: customer,
      observed: { zoneRecords: notAsked, routing: is(routing({ addresses: ['198.51.100.1', '2001:db8::1'] })) },
    },
    headline: 'Live, at risk',
    actor: 'tenant',
    says: /AAAA record of shop\.example\.com leads to 2001:db8::1/,
  },
  {
    title: 'one of its addresses turns clients away',
    given: {
      previous: liveBefore(),
      observed: {
        proof: is({
          ...proof(),
          risks: [{ where: 'dns', sentence: '1 of the 2 addresses does not lead to the gateway.' }],
        }),
      },
    },
    headline: 'Live, at risk',
    actor: 'us',
    says: /^1 of the 2 addresses/,
  },
  {
    title: 'the gateway throttles',
    given: {
      previous: liveBefore(),
      wanted: customer,
      observed: {
        zoneRecords: notAsked,
        proof: is({ ...proof(), risks: [{ where: 'gateway', sentence: 'The gateway refuses requests with 429.' }] }),
      },
    },
    headline: 'Live, at risk',
    actor: 'us',
  },
  {
    title: 'recovered',
    given: { previous: { ...liveBefore(), headline: 'Broken', proof: proof({ https: false }) } },
    headline: 'Live',
  },
];
