import 'server-only';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { describeConnectFailure, describeInvalidCertificate, type SeenCertificate } from '@/lib/dns/describe-tls';
import type { Network } from '@/lib/dns/network';
import { refusalFix } from '@/lib/net/address-guard';

export interface Handshake {
  /** Connected and verified; null otherwise. The caller destroys it. */
  socket: TLSSocket | null;
  /** The address that answered, or the last one tried. */
  address: string;
  protocol: string | null;
  certificate: SeenCertificate | null;
  /** False when no server answered at all, or none was asked, so that nothing is known of its certificate. */
  answered: boolean;
  sentence: string;
}

interface Target {
  network: Pick<Network, 'httpsPort' | 'secureContext' | 'guard'>;
  hostname: string;
  addresses: string[];
  /** Milliseconds since 1970. */
  deadline: number;
}

/** Tries at most this many addresses, so that one dead address of several does not make a domain look dead. */
const maxAddresses = 3;

/**
 * Connects with SNI to the first address that answers and verifies the certificate for the hostname. Addresses out of bounds
 * are left alone; when there are no others, the sentence says so. Never rejects.
 */
export async function connectTls({ network, hostname, addresses, deadline }: Target): Promise<Handshake> {
  let last: Handshake = unanswered('', `${hostname} has no address to connect to.`);
  const verdicts = addresses.map((address) => ({ address, verdict: network.guard.check(address, network.httpsPort) }));
  const tried = verdicts.flatMap(({ address, verdict }) => (verdict.ok ? address : [])).slice(0, maxAddresses);
  const refused = verdicts.find(({ verdict }) => !verdict.ok);
  if (tried.length === 0 && refused && !refused.verdict.ok) {
    const sentence = `Not connected: ${hostname} resolves to ${refused.address}, which is ${refused.verdict.what}. ${refusalFix}`;
    return unanswered(refused.address, sentence);
  }
  for (const [index, address] of tried.entries()) {
    const timeoutMs = Math.max(1, (deadline - Date.now()) / (tried.length - index));
    last = await handshake(network, hostname, address, timeoutMs);
    if (last.answered) return last;
  }
  return last;
}

function handshake(
  network: Target['network'],
  hostname: string,
  address: string,
  timeoutMs: number,
): Promise<Handshake> {
  const port = network.httpsPort;
  return new Promise((resolve) => {
    const secureContext = network.secureContext();
    // Verified below, because a plain refusal would not tell what is wrong with the certificate.
    const options = {
      host: address,
      port,
      servername: hostname,
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
    };
    const socket = connect(secureContext === undefined ? options : { ...options, secureContext });
    const fail = (code: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(unanswered(address, describeConnectFailure(code, hostname, address, port)));
    };
    const timer = setTimeout(() => fail('TIMEOUT'), timeoutMs);
    socket.on('error', (error) => fail('code' in error ? String(error.code) : ''));
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      resolve(verdict(socket, hostname, address));
    });
  });
}

function unanswered(address: string, sentence: string): Handshake {
  return { socket: null, address, protocol: null, certificate: null, answered: false, sentence };
}

function verdict(socket: TLSSocket, hostname: string, address: string): Handshake {
  const certificate = reshape(socket.getPeerCertificate(true));
  const protocol = socket.getProtocol();
  if (socket.authorized) {
    const until = certificate === null ? '' : `, valid until ${certificate.validTo.slice(0, 10)}`;
    return {
      socket,
      address,
      protocol,
      certificate,
      answered: true,
      sentence: `The certificate is valid for ${hostname}${until}.`,
    };
  }
  socket.destroy();
  // Typed as Error, but a string with OpenSSL's code for faults of the chain.
  const fault: unknown = socket.authorizationError;
  const code = typeof fault === 'string' ? fault : fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const sentence = describeInvalidCertificate(code, hostname, certificate);
  return { socket: null, address, protocol, certificate, answered: true, sentence };
}

function reshape(peer: DetailedPeerCertificate): SeenCertificate | null {
  if (peer.valid_to === undefined) return null;
  const names = (peer.subjectaltname ?? '').split(', ').filter((entry) => entry.startsWith('DNS:'));
  return {
    subject: String(peer.subject?.CN ?? ''),
    issuer: String(peer.issuer?.CN ?? peer.issuer?.O ?? ''),
    names: names.map((entry) => entry.slice(4)),
    validFrom: new Date(peer.valid_from).toISOString(),
    validTo: new Date(peer.valid_to).toISOString(),
  };
}
