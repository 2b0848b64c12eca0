import { targetAddresses } from '@/lib/doctor/cname/look-at-record';
import type { Facts, HandshakeFacts } from '@/lib/doctor/facts';
import { type Check, findingsOf, zoneActor } from '@/lib/doctor/finding';
import type { Finding } from '@/lib/doctor/model';
import { handshakeEvidence } from './handshake-evidence';

/** What do clients meet at the public name: whose certificate, and does the gateway answer? */
export const checkHandshakePublic: Check = (facts) => {
  const make = findingsOf('handshake-public', facts);
  const seen = facts.handshakePublic;
  if (seen === null)
    return [make.skipped({ code: 'no-address', sentence: 'The public name has no address to connect to.' })];
  const evidence = handshakeEvidence(facts, seen);
  if (!seen.answered) return [make.unknown({ code: 'not-answered', sentence: seen.sentence, evidence })];
  if (facts.home.phase === 'prepare') {
    const sentence = 'Not judged: the domain is being prepared, so something else still serves it.';
    return [make.skipped({ code: 'preparing', sentence, evidence })];
  }
  if (!seen.ok) return [badCertificate(facts, seen)];
  if (seen.https?.gateway && seen.https.ok) {
    return [make.ok({ code: 'served', sentence: `${seen.sentence} ${seen.https.sentence}`, evidence })];
  }
  return [wrongAnswer(facts, seen)];
};

function badCertificate(facts: Facts, seen: HandshakeFacts): Finding {
  const elsewhere = !targetAddresses(facts).includes(seen.address);
  const others = seen.certificate?.names.join(', ') || seen.certificate?.subject || 'no name';
  return findingsOf('handshake-public', facts).problem({
    code: elsewhere ? 'foreign-certificate' : 'bad-certificate',
    sentence: elsewhere
      ? `Another server answers at ${facts.hostname}, with a certificate for ${others}. ${seen.sentence}`
      : `The gateway answers, but its certificate does not hold: ${seen.sentence}`,
    actor: elsewhere ? zoneActor(facts) : 'us',
    fix: elsewhere
      ? 'Let the name lead to the gateway, as the finding about its record says.'
      : 'Replace the certificate of this domain, or wait until the gateway presents the new one.',
    evidence: handshakeEvidence(facts, seen),
  });
}

/** A valid certificate, but no answer from the gateway through a mapping. */
function wrongAnswer(facts: Facts, seen: HandshakeFacts): Finding {
  const make = findingsOf('handshake-public', facts);
  const evidence = handshakeEvidence(facts, seen);
  if (seen.https === null)
    return make.unknown({
      code: 'no-answer',
      sentence: 'The certificate is valid, but no answer came over HTTPS.',
      evidence,
    });
  if (seen.https.gateway) {
    return make.problem({
      code: 'no-mapping-answers',
      sentence: seen.https.sentence,
      actor: 'us',
      fix: 'Map the path to a deployed stage; "Check now" lets Gatehouse create mappings that are wanted.',
      fixIt: facts.home.source === 'database' ? { kind: 'check-now' } : null,
      evidence,
    });
  }
  return make.problem({
    code: 'another-server',
    sentence: `The certificate is valid, but the gateway is not what answers: ${seen.https.sentence}`,
    actor: zoneActor(facts),
    fix: 'Let the name lead to the gateway, as the finding about its record says.',
    evidence,
  });
}
