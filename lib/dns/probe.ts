import 'server-only';
import { connectTls } from '@/lib/dns/connect-tls';
import { findAddressRisks } from '@/lib/dns/find-risks';
import { gatewayRisk, judgeAnswer } from '@/lib/dns/judge-answer';
import type { Network } from '@/lib/dns/network';
import type { Routing } from '@/lib/dns/resolve-routing';
import { sendRequest } from '@/lib/dns/send-request';
import type { Proof, Risk } from '@/lib/domains/model';

const overallMs = 8000;
/** More base paths than this say nothing new. */
const maxPaths = 5;
/** Of the gateway itself: the time of an answer is mostly the integration's, that of a handshake is not. */
const slowHandshakeMs = 4000;
const userAgent = 'Gatehouse-probe/1.0';

interface Subject {
  hostname: string;
  /** As the DNS answers now. */
  routing: Routing;
  /** Whether that leads to the gateway, in words. */
  resolved: { ok: boolean; sentence: string };
  /** Base paths that have to answer, `''` for the empty mapping. */
  basePaths: string[];
  now: Date;
}

/**
 * Proof of life from outside: connects to where the name leads, verifies the certificate, asks each base path over
 * HTTPS. Redirects are not followed and bodies are thrown away. Takes at most 8 s; never rejects.
 */
export async function probe(network: Network, subject: Subject): Promise<Proof> {
  const deadline = Date.now() + overallMs;
  const paths = subject.basePaths.length > 0 ? subject.basePaths.slice(0, maxPaths) : [''];
  const proof: Proof = {
    at: subject.now.toISOString(),
    resolved: { ...subject.resolved, addresses: subject.routing.addresses },
    tls: { ok: false, subject: null, names: [], validTo: null, sentence: 'Not checked: the name has no address.' },
    https: {
      ok: false,
      status: null,
      requestId: null,
      url: urlOf(subject.hostname, paths[0] ?? ''),
      sentence: 'Not asked.',
    },
  };
  if (subject.routing.addresses.length === 0) return proof;
  const risks: Risk[] = [];
  let proven = '';
  for (const path of paths) {
    const { tls, https, address, risk } = await ask(network, subject, path, deadline);
    Object.assign(proof, { tls, https });
    if (!tls.ok || !https.ok) return proof;
    if (risk !== null && risks.length === 0) risks.push({ where: 'gateway', sentence: risk });
    proven = address;
  }
  const { hostname, routing } = subject;
  const others = await findAddressRisks(network, { hostname, addresses: routing.addresses, proven, deadline });
  return { ...proof, risks: [...risks, ...others] };
}

async function ask(
  network: Network,
  subject: Subject,
  basePath: string,
  deadline: number,
): Promise<Pick<Proof, 'tls' | 'https'> & { address: string; risk: string | null }> {
  const { hostname, routing } = subject;
  const started = performance.now();
  const handshake = await connectTls({ network, hostname, addresses: routing.addresses, deadline });
  const tookMs = performance.now() - started;
  const { address } = handshake;
  const tls = {
    ok: handshake.socket !== null,
    subject: handshake.certificate?.subject ?? null,
    names: handshake.certificate?.names ?? [],
    validTo: handshake.certificate?.validTo ?? null,
    sentence: handshake.sentence,
  };
  const https = { ok: false, status: null, requestId: null, url: urlOf(hostname, basePath) };
  if (handshake.socket === null)
    return { tls, address, risk: null, https: { ...https, sentence: 'Not asked: there is no valid TLS connection.' } };
  const headers = { host: hostname, 'user-agent': userAgent, accept: '*/*' };
  const sent = await sendRequest(handshake.socket, {
    method: 'GET',
    path: `/${basePath}`,
    headers,
    maxBodyBytes: 0,
    deadline,
  });
  if (!sent.ok) return { tls, address, risk: null, https: { ...https, sentence: sent.sentence } };
  const { status, headers: answered } = sent.answer;
  const requestId = typeof answered['x-amzn-requestid'] === 'string' ? answered['x-amzn-requestid'] : null;
  const slow =
    tookMs > slowHandshakeMs ? `A TLS handshake with ${hostname} takes ${(tookMs / 1000).toFixed(0)} s.` : null;
  const risk = gatewayRisk(status, answered) ?? slow;
  return { tls, address, risk, https: { ...https, status, requestId, ...judgeAnswer(status, answered) } };
}

function urlOf(hostname: string, basePath: string): string {
  return `https://${hostname}/${basePath}`;
}
