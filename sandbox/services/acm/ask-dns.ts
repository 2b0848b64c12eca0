import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { type Answer, decode, encode, type Packet, RECURSION_DESIRED, type RecordType } from 'dns-packet';

const timeoutMs = 1000;

/** Asks a DNS server over UDP, as ACM asks the world's; no answer in time is an empty one. */
export function askDns(server: { host: string; port: number }, name: string, type: RecordType): Promise<Answer[]> {
  const id = randomInt(65_536);
  const query = encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED,
    questions: [{ type, name: name.replace(/\.$/, '') }],
  });
  const socket = createSocket('udp4');
  return new Promise((done) => {
    const finish = (answers: Answer[]) => {
      clearTimeout(timer);
      socket.close();
      done(answers);
    };
    const timer = setTimeout(() => finish([]), timeoutMs);
    socket.once('error', () => finish([]));
    socket.on('message', (packet) => {
      const answer = readPacket(packet);
      if (answer?.id === id) finish(answer.answers ?? []);
    });
    socket.send(query, server.port, server.host);
  });
}

/** Anybody on this machine can send something to the socket; what isn't DNS is nothing. */
function readPacket(packet: Buffer): Packet | undefined {
  try {
    return decode(packet);
  } catch {
    return undefined;
  }
}
