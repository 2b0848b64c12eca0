import type { Facts, HandshakeFacts } from '@/lib/doctor/facts';
import type { Evidence } from '@/lib/doctor/model';

/** A handshake as proof: whose certificate, by whom, from when to when, and what came over HTTPS. */
export function handshakeEvidence(facts: Facts, seen: HandshakeFacts | null): Evidence[] {
  if (seen === null) return [];
  const { certificate, https } = seen;
  const shown =
    certificate === null
      ? seen.sentence
      : `${certificate.names.slice(0, 6).join(', ') || certificate.subject}; issued by ${certificate.issuer}; ${certificate.validFrom.slice(0, 10)} to ${certificate.validTo.slice(0, 10)}`;
  const tls = { source: seen.source, at: seen.at, question: `TLS handshake with SNI ${facts.hostname}`, answer: shown };
  if (https === null) return [tls];
  const server = https.server === null ? '' : `, server: ${https.server}`;
  const answer = `${https.status}${https.gateway ? ', from API Gateway' : ''}${server}`;
  return [tls, { source: seen.source, at: seen.at, question: `GET https://${facts.hostname}/`, answer }];
}
