import 'server-only';
import { connectTls } from '@/lib/dns/connect-tls';
import { judgeAnswer } from '@/lib/dns/judge-answer';
import { sendRequest } from '@/lib/dns/send-request';
import { addressesOf, answersOf } from '@/lib/doctor/answers';
import { targetAddresses } from '@/lib/doctor/cname/look-at-record';
import type { Facts, HandshakeFacts } from '@/lib/doctor/facts';
import type { Place } from './gather-facts';
import { within } from './within';

const handshakeMs = 7_000;
const bodyBytes = 2_048;

/** Connects with SNI to the gateway's target, and to where the public DNS leads, and asks for one page there. Never rejects. */
export async function shakeHands(
  place: Place,
  facts: Facts,
): Promise<Pick<Facts, 'handshakeBefore' | 'handshakePublic'>> {
  const seen = ['A', 'AAAA'].flatMap((type) => answersOf(facts, 'resolver', facts.hostname, type));
  const publicly = [...new Set(seen.flatMap(addressesOf))];
  const path = `/${facts.home.mappings?.[0]?.basePath ?? ''}`;
  const [handshakeBefore, handshakePublic] = await Promise.all([
    facts.home.target === null
      ? null
      : shake(place, facts, { addresses: targetAddresses(facts), at: facts.home.target, path: null }),
    publicly.length === 0 ? null : shake(place, facts, { addresses: publicly, at: facts.hostname, path }),
  ]);
  return { handshakeBefore, handshakePublic };
}

interface Where {
  addresses: string[];
  /** Whose addresses they are. */
  at: string;
  /** What to ask for over HTTPS; null: nothing. */
  path: string | null;
}

function shake(
  { network, now }: Place,
  { hostname }: Facts,
  { addresses, at, path }: Where,
): Promise<HandshakeFacts | null> {
  return within<HandshakeFacts | null>(handshakeMs + 500, null, async () => {
    const deadline = Date.now() + handshakeMs;
    const handshake = await connectTls({ network, hostname, addresses, deadline });
    const { address } = handshake;
    const where =
      address === '' ? at : `${at} (${address.includes(':') ? `[${address}]` : address}:${network.httpsPort})`;
    const facts = {
      at: now().toISOString(),
      source: where,
      address,
      answered: handshake.answered,
      ok: handshake.socket !== null,
      sentence: handshake.sentence,
      certificate: handshake.certificate,
      https: null,
    };
    if (handshake.socket === null) return facts;
    if (path === null) {
      handshake.socket.destroy();
      return facts;
    }
    const headers = { host: hostname, 'user-agent': 'Gatehouse-doctor/1.0', accept: '*/*' };
    const sent = await sendRequest(handshake.socket, {
      method: 'GET',
      path,
      headers,
      maxBodyBytes: bodyBytes,
      deadline,
    });
    if (!sent.ok) return facts;
    const { status, headers: answered, body } = sent.answer;
    const gateway = answered['x-amz-apigw-id'] !== undefined;
    return {
      ...facts,
      https: {
        status,
        gateway,
        ...judgeAnswer(status, answered),
        server: typeof answered.server === 'string' ? answered.server.slice(0, 60) : null,
        body: gateway ? '' : body.toString('utf8').slice(0, 300),
      },
    };
  });
}
