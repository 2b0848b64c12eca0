import * as packet from 'dns-packet';
import type { Resolution } from './resolve';

/** How a transport bounds its answers; `null` where there is no bound (TCP). */
type SizeLimit = number | null;

const rcodes = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5, BADVERS: 16 } as const;
type Rcode = keyof typeof rcodes;

/** What is asked, and how. */
export interface DnsQuestion {
  name: string;
  type: string;
  /** RD: to find out by asking others, too. */
  isRecursive: boolean;
  /** CD: signatures that don't fit are fine. */
  isCheckingDisabled: boolean;
}

const headerLength = 12;
const plainUdpSize = 512;
const ownUdpSize = 1232;
const maxUdpSize = 4096;

/**
 * Answers one DNS message. `null` when it deserves none: too short to have a header, or itself an answer (two servers
 * would talk for ever), or one that `answer` gives none to. Never throws for what came in: unreadable is FORMERR.
 */
export function answerPacket(
  query: Buffer,
  transport: 'udp' | 'tcp',
  answer: (question: DnsQuestion) => Resolution | null,
): Buffer | null {
  if (query.length < headerLength || (query[2] ?? 0) & 0x80) return null;
  const decoded = decode(query);
  if (!decoded) return reply(query, null, 'FORMERR', null, null);
  const { question, questionBytes, edns } = decoded;
  const limit = transport === 'tcp' ? null : Math.min(maxUdpSize, Math.max(plainUdpSize, edns?.udpPayloadSize ?? 0));
  const say = (rcode: Rcode, resolution: Resolution | null = null) =>
    reply(query, questionBytes, rcode, edns && { ...edns }, limit, resolution);
  if ((((query[2] ?? 0) >> 3) & 0x0f) !== 0) return say('NOTIMP');
  if (edns && edns.ednsVersion !== 0) return say('BADVERS');
  if (question.class !== 'IN' || question.type === 'AXFR' || question.type === 'IXFR') return say('REFUSED');
  try {
    const flags = query.readUInt16BE(2);
    const resolution = answer({
      name: question.name === '.' ? '' : question.name,
      type: question.type,
      isRecursive: (flags & packet.RECURSION_DESIRED) !== 0,
      isCheckingDisabled: (flags & packet.CHECKING_DISABLED) !== 0,
    });
    return resolution && say(resolution.rcode, resolution);
  } catch {
    return say('SERVFAIL');
  }
}

interface DecodedQuery {
  question: packet.Question;
  /** Sent back as it came: clients compare it, letter case (RFC draft 0x20) and all. */
  questionBytes: Buffer;
  edns: packet.OptAnswer | null;
}

function decode(query: Buffer): DecodedQuery | null {
  try {
    const { questions = [], additionals = [] } = packet.decode(query);
    const [question] = questions;
    const options = additionals.filter((record) => record.type === 'OPT');
    if (!question || questions.length !== 1 || options.length > 1) return null;
    const end = endOfQuestion(query);
    return { question, questionBytes: query.subarray(headerLength, end), edns: options[0] ?? null };
  } catch {
    return null;
  }
}

/** The first question's name can't be compressed: there is nothing before it to point at. */
function endOfQuestion(query: Buffer): number {
  let offset = headerLength;
  for (let length = query[offset] ?? 0; length !== 0; length = query[offset] ?? 0) offset += length + 1;
  return offset + 1 + 4;
}

function reply(
  query: Buffer,
  questionBytes: Buffer | null,
  rcode: Rcode,
  edns: packet.OptAnswer | null,
  limit: SizeLimit,
  resolution: Resolution | null = null,
): Buffer {
  const options = edns ? [optionRecord(rcode, edns.flags)] : [];
  const { answers = [], authorities = [], additionals = [], from, authoritative = false } = resolution ?? {};
  const flags =
    (from === 'authority' ? 0 : packet.RECURSION_AVAILABLE) | (authoritative ? packet.AUTHORITATIVE_ANSWER : 0);
  const sections = { answers, authorities, additionals: [...additionals, ...options] };
  const whole = encode(query, questionBytes, rcode, sections, flags);
  if (limit === null || whole.length <= limit) return whole;
  return encode(query, questionBytes, rcode, { additionals: options }, flags | packet.TRUNCATED_RESPONSE);
}

/** The bit that asks for DNSSEC goes back as it came (RFC 3225); there is none to send. */
function optionRecord(rcode: Rcode, askedFlags: number): packet.OptAnswer {
  const flags = askedFlags & packet.DNSSEC_OK;
  const extendedRcode = rcodes[rcode] >> 4;
  const fixed = { udpPayloadSize: ownUdpSize, ednsVersion: 0, flags, flag_do: flags !== 0, options: [] };
  return { type: 'OPT', name: '.', extendedRcode, ...fixed };
}

function encode(
  query: Buffer,
  questionBytes: Buffer | null,
  rcode: Rcode,
  sections: Pick<packet.Packet, 'answers' | 'authorities' | 'additionals'>,
  flags: number,
): Buffer {
  // From the query: its id, opcode, RD and CD bits.
  const copied = query.readUInt16BE(2) & 0x7910;
  const body = packet.encode({
    type: 'response',
    id: query.readUInt16BE(0),
    flags: copied | flags | (rcodes[rcode] & 0x0f),
    ...sections,
  });
  if (!questionBytes) return body;
  const header = Buffer.from(body.subarray(0, headerLength));
  header.writeUInt16BE(1, 4);
  return Buffer.concat([header, questionBytes, body.subarray(headerLength)]);
}
