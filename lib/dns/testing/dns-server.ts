import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import packet from 'dns-packet';

type Answer = { records: packet.Answer[] } | { rcode: number } | 'silence';

/**
 * A name server on UDP that answers as the table (or function of `name TYPE`) says: records, an rcode (3 NXDOMAIN, 2 SERVFAIL,
 * 5 REFUSED), or not at all.
 */
export async function dnsServer(table: Record<string, Answer> | ((asked: string) => Answer)) {
  const socket = createSocket('udp4');
  socket.on('message', (bytes, peer) => {
    const query = packet.decode(bytes);
    const [question] = query.questions ?? [];
    const asked = `${question?.name} ${question?.type}`;
    const answer = (typeof table === 'function' ? table(asked) : table[asked]) ?? { rcode: 3 };
    if (answer === 'silence' || question === undefined) return;
    const rcode = 'rcode' in answer ? answer.rcode : 0;
    const answers = 'records' in answer ? answer.records : [];
    const flags = packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | rcode;
    socket.send(
      packet.encode({ type: 'response', id: query.id, flags, questions: [question], answers }),
      peer.port,
      peer.address,
    );
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}
