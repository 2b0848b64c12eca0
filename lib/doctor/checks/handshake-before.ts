import { type Check, findingsOf } from '@/lib/doctor/finding';
import { handshakeEvidence } from './handshake-evidence';

/** Would the gateway serve the name? Asked of its target with the name in SNI, before anybody is sent there. */
export const checkHandshakeBefore: Check = (facts) => {
  const make = findingsOf('handshake-before', facts);
  const { handshakeBefore: seen, home } = facts;
  if (home.target === null) {
    const sentence =
      home.source === 'nothing' ? 'Where it has to lead is not known.' : 'The gateway has no name for this domain yet.';
    return [make.skipped({ code: 'no-target', sentence })];
  }
  if (seen === null || !seen.answered) {
    const sentence = `The gateway's name ${home.target} could not be connected to. ${seen?.sentence ?? ''}`.trim();
    return [make.unknown({ code: 'not-answered', sentence, evidence: handshakeEvidence(facts, seen) })];
  }
  const evidence = handshakeEvidence(facts, seen);
  if (seen.ok) {
    const sentence = `The gateway presents a valid certificate for ${facts.hostname}: records may be changed.`;
    return [make.ok({ code: 'ready', sentence, evidence })];
  }
  return [
    make.problem({
      code: 'not-served',
      sentence: `The gateway does not present a certificate for ${facts.hostname}: ${seen.sentence}`,
      actor: home.gatewayDomain?.status === 'AVAILABLE' ? 'us' : 'aws',
      fix:
        home.gatewayDomain?.status === 'AVAILABLE'
          ? 'Look at the certificate of the custom domain name on the gateway; "Check now" lets Gatehouse repair what is its own.'
          : 'Wait until the custom domain name is AVAILABLE, before anybody changes records.',
      fixIt: home.source === 'database' ? { kind: 'check-now' } : null,
      evidence,
    }),
  ];
};
