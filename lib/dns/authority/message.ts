import { randomInt } from 'node:crypto';
import packet from 'dns-packet';
import type { AskOptions, DnsRecord } from '@/lib/dns/authority/model';
import { showRecord } from '@/lib/dns/authority/show-record';
import { normalName } from '@/lib/dns/normal-name';
import type { LookupFailure } from '@/lib/dns/resolver';

export interface Query {
  bytes: Buffer;
  /** Whether a message is the answer to this query, and not a stray or forged one. */
  isAnsweredBy(message: Buffer): boolean;
}

/** What an answer says, each name as {@link normalName} has it. */
export interface Message {
  outcome: 'ok' | LookupFailure;
  authoritative: boolean;
  /** The answer didn't fit: ask by TCP. */
  truncated: boolean;
  /** The server stumbled over the question's form, as old ones do over EDNS. */
  misunderstood: boolean;
  records: DnsRecord[];
  authority: DnsRecord[];
  additional: DnsRecord[];
}

/** What fits into every path's packets (DNS flag day 2020). */
const udpPayloadSize = 1232;

/** A question as bytes; `edns` off for servers that don't know it. Throws for names and types that can't be asked. */
export function writeQuery(name: string, type: string, options: AskOptions, edns = true): Query {
  // The library would write it, as something else.
  const fits = (label: string) => label !== '' && Buffer.byteLength(label) <= 63;
  if (name !== '' && !(name.split('.').every(fits) && Buffer.byteLength(name) <= 253))
    throw new TypeError('Not a name.');
  const id = randomInt(0x1_00_00);
  const flags =
    (options.recursive ? packet.RECURSION_DESIRED : 0) | (options.checkingDisabled ? packet.CHECKING_DISABLED : 0);
  const opt = { type: 'OPT', name: '.', udpPayloadSize, flags: 0, extendedRcode: 0, ednsVersion: 0, options: [] };
  const bytes = packet.encode({
    type: 'query',
    id,
    flags,
    questions: [{ name: name === '' ? '.' : name, type: type as packet.RecordType, class: 'IN' }],
    ...(edns ? { additionals: [opt as unknown as packet.Answer] } : {}),
  });
  return {
    bytes,
    isAnsweredBy(message) {
      if (message.length < 12 || message.readUInt16BE(0) !== id || !((message[2] ?? 0) & 0x80)) return false;
      try {
        const [question, ...more] = packet.decode(message).questions ?? [];
        // Servers that can't read a question send none back.
        if (!question) return true;
        return more.length === 0 && question.type === type && normalName(question.name) === normalName(name);
      } catch {
        return true;
      }
    },
  };
}

/** Reads an answer to the question; never throws: what can't be read has the outcome `ERROR`. */
export function readMessage(bytes: Buffer, name: string, type: string): Message {
  try {
    return read(packet.decode(bytes) as packet.DecodedPacket & { rcode: string }, normalName(name), type);
  } catch {
    return { ...messageWithout('ERROR'), truncated: ((bytes[2] ?? 0) & 0x02) !== 0 };
  }
}

/** What there is to say when there was no answer, or none that could be read. */
export function messageWithout(outcome: LookupFailure): Message {
  const nothing = { records: [], authority: [], additional: [] };
  return { outcome, authoritative: false, truncated: false, misunderstood: false, ...nothing };
}

function read(decoded: packet.DecodedPacket & { rcode: string }, name: string, type: string): Message {
  const records = alongTheChain(showAll(decoded.answers), name);
  return {
    outcome: outcomeOf(decoded.rcode, records, type),
    authoritative: decoded.flag_aa,
    truncated: decoded.flag_tc,
    misunderstood: decoded.rcode === 'FORMERR' || decoded.rcode === 'NOTIMP',
    records,
    authority: showAll(decoded.authorities),
    additional: showAll(decoded.additionals),
  };
}

const failures: Record<string, LookupFailure> = { NXDOMAIN: 'NXDOMAIN', SERVFAIL: 'SERVFAIL', REFUSED: 'REFUSED' };

function outcomeOf(rcode: string, records: DnsRecord[], type: string): Message['outcome'] {
  if (rcode !== 'NOERROR') return failures[rcode] ?? 'ERROR';
  return records.some((record) => type === 'ANY' || record.type === type) ? 'ok' : 'NODATA';
}

function showAll(answers: packet.Answer[] | undefined): DnsRecord[] {
  return (answers ?? []).flatMap((answer) => showRecord(answer) ?? []);
}

/** What the name leads to, CNAME by CNAME; a server may add what nobody asked about. */
function alongTheChain(records: DnsRecord[], name: string): DnsRecord[] {
  const names = new Set([name]);
  for (let before = 0; before < names.size; ) {
    before = names.size;
    for (const record of records) if (record.type === 'CNAME' && names.has(record.name)) names.add(record.value);
  }
  return records.filter((record) => names.has(record.name));
}
