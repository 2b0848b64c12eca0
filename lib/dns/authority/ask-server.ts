import 'server-only';
import { exchangeTcp, exchangeUdp, NoAnswer } from '@/lib/dns/authority/exchange';
import { type Message, messageWithout, type Query, readMessage, writeQuery } from '@/lib/dns/authority/message';
import type { AskOptions, DnsServer } from '@/lib/dns/authority/model';

/** A question takes at most this long, whatever happens. */
const longestMs = 4000;
const udpTries = 2;
const udpTimeoutMs = 1200;
/** Where nobody listens, somebody may be just starting. */
const pauseMs = 150;

/** Asks one server one question; at most 4 s. Never rejects: silence has the outcome `TIMEOUT`, what can't be asked `ERROR`. */
export async function askServer(
  server: DnsServer,
  name: string,
  type: string,
  options: AskOptions = {},
): Promise<Message> {
  const deadline = Date.now() + longestMs;
  try {
    const message = await askOnce(server, name, type, options, deadline, true);
    return message.misunderstood ? await askOnce(server, name, type, options, deadline, false) : message;
  } catch (error) {
    return messageWithout(error instanceof NoAnswer ? 'TIMEOUT' : 'ERROR');
  }
}

async function askOnce(
  server: DnsServer,
  name: string,
  type: string,
  options: AskOptions,
  deadline: number,
  edns: boolean,
): Promise<Message> {
  const query = writeQuery(name, type, options, edns);
  const message = readMessage(await byUdp(server, query, deadline), name, type);
  if (!message.truncated) return message;
  return readMessage(await exchangeTcp(server, query, Math.max(1, deadline - Date.now())), name, type);
}

async function byUdp(server: DnsServer, query: Query, deadline: number): Promise<Buffer> {
  for (let left = udpTries; ; left -= 1) {
    const timeoutMs = Math.min(udpTimeoutMs, deadline - Date.now());
    if (timeoutMs <= 0) throw new NoAnswer('Out of time.');
    try {
      return await exchangeUdp(server, query, timeoutMs);
    } catch (error) {
      if (!(error instanceof NoAnswer) || left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
