import { nameCovers } from '@/lib/certificates/certificate-candidates';
import { evidenceFrom } from '@/lib/doctor/answers';
import { type Check, findingsOf } from '@/lib/doctor/finding';

/** Is the certificate for this name, and is it usable? */
export const checkCertificateNames: Check = (facts) => {
  const make = findingsOf('certificate-names', facts);
  const { certificate, source } = facts.home;
  if (certificate === null) {
    const sentence =
      source === 'nothing'
        ? 'Not known here: neither database nor AWS was asked.'
        : 'There is no certificate for it yet.';
    return [make.skipped({ code: 'no-certificate', sentence })];
  }
  const { names, status, failureReason, notAfter } = certificate;
  const evidence = [
    evidenceFrom(
      facts,
      'ACM',
      certificate.arn,
      [status, failureReason, names.join(', '), notAfter && `until ${notAfter}`].filter(Boolean).join('\n'),
    ),
  ];
  const covering = names.find((name) => nameCovers(name, facts.hostname));
  if (covering === undefined) {
    const tooDeep = names.find((name) => name.startsWith('*.') && facts.hostname.endsWith(name.slice(1)));
    return [
      make.problem({
        code: tooDeep === undefined ? 'not-covered' : 'wildcard-one-level',
        sentence:
          tooDeep === undefined
            ? `The certificate is for ${names.slice(0, 4).join(', ')}, not for ${facts.hostname}.`
            : `The certificate is for ${tooDeep}, and a wildcard stands for one label only: ${facts.hostname} is deeper, or the bare name.`,
        actor: 'us',
        fix: `Replace the certificate of this domain by one that covers ${facts.hostname}.`,
        evidence,
      }),
    ];
  }
  if (status === 'PENDING_VALIDATION') {
    const sentence = `The certificate for ${covering} is requested, and waits for its validation.`;
    return [make.skipped({ code: 'pending', sentence, evidence })];
  }
  if (status !== 'ISSUED') {
    return [
      make.problem({
        code: 'not-usable',
        sentence: `The certificate is ${status.toLowerCase().replaceAll('_', ' ')}${failureReason === null ? '' : ` (${failureReason})`}.`,
        actor: 'us',
        fix: 'Request a new certificate on the page of the tenant, once what made it fail is repaired.',
        evidence,
      }),
    ];
  }
  if (notAfter !== null && Date.parse(notAfter) < Date.parse(facts.at)) {
    const fix = 'Replace the certificate of this domain.';
    return [
      make.problem({
        code: 'expired',
        sentence: `The certificate expired on ${notAfter.slice(0, 10)}.`,
        actor: 'us',
        fix,
        evidence,
      }),
    ];
  }
  return [make.ok({ code: 'covered', sentence: `${covering} of the certificate covers the name.`, evidence })];
};
