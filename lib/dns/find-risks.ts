import 'server-only';
import { connectTls, type Handshake } from '@/lib/dns/connect-tls';
import type { Network } from '@/lib/dns/network';
import type { Risk } from '@/lib/domains/model';

/** More addresses than this say nothing new. */
const maxAddresses = 6;

interface Subject {
  hostname: string;
  addresses: string[];
  /** The one that the proof comes from. */
  proven: string;
  /** Milliseconds since 1970. */
  deadline: number;
}

/**
 * Of several addresses clients take any: shakes hands with each of the others, too. One that shows another certificate, or of IPv4
 * answers nothing while the first one did, turns some of the clients away. Silence of IPv6 may be this machine's own, so it is no risk. Never rejects.
 */
export async function findAddressRisks(
  network: Network,
  { hostname, addresses, proven, deadline }: Subject,
): Promise<Risk[]> {
  const others = [...new Set(addresses)].filter((address) => address !== proven).slice(0, maxAddresses);
  const tried = others.filter((address) => network.guard.check(address, network.httpsPort).ok);
  const hands = await Promise.all(
    tried.map((address) => connectTls({ network, hostname, addresses: [address], deadline })),
  );
  for (const hand of hands) hand.socket?.destroy();
  const bad = [
    ...others.filter((address) => !tried.includes(address)),
    ...hands.filter(turnsAway).map((hand) => hand.address),
  ];
  const [first] = bad;
  if (first === undefined) return [];
  const why = hands.find((hand) => hand.address === first)?.sentence ?? `${first} is no address of the internet.`;
  const kind = first.includes(':') ? 'IPv6 address' : 'address';
  const sentence = `${bad.length} of the ${others.length + 1} addresses of ${hostname} do${bad.length === 1 ? 'es' : ''} not lead to the gateway, for example the ${kind} ${first}: ${why}`;
  return [{ where: 'dns', sentence }];
}

function turnsAway({ socket, answered, address }: Handshake): boolean {
  if (socket !== null) return false;
  return answered || !address.includes(':');
}
