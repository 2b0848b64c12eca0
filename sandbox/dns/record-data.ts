import { isIPv4, isIPv6 } from 'node:net';
import type { Answer } from 'dns-packet';
import { unescapeName } from './zone';

type Write = (owner: { name: string; ttl: number }, value: string) => Answer;

/**
 * From a record's zone-file text to what dns-packet encodes, for the types it can. A type that isn't here is answered
 * as if it were absent; a value that doesn't fit its type throws, and {@link toAnswer} turns that into `undefined`.
 */
const writers: Record<string, Write> = {
  A: (owner, value) => ({ ...owner, type: 'A', data: demand(value, isIPv4(value)) }),
  AAAA: (owner, value) => ({ ...owner, type: 'AAAA', data: demand(value, isIPv6(value)) }),
  CNAME: (owner, value) => ({ ...owner, type: 'CNAME', data: hostName(value) }),
  NS: (owner, value) => ({ ...owner, type: 'NS', data: hostName(value) }),
  PTR: (owner, value) => ({ ...owner, type: 'PTR', data: hostName(value) }),
  TXT: (owner, value) => ({ ...owner, type: 'TXT', data: characterStrings(value) }),
  MX(owner, value) {
    const [preference, exchange] = fields(value, 2);
    return { ...owner, type: 'MX', data: { preference: integer(preference), exchange: hostName(exchange) } };
  },
  SRV(owner, value) {
    const [priority, weight, port, target] = fields(value, 4);
    const numbers = { priority: integer(priority), weight: integer(weight), port: integer(port) };
    return { ...owner, type: 'SRV', data: { ...numbers, target: hostName(target) } };
  },
  CAA(owner, value) {
    const [, flags, tag, text] = /^(\d+)\s+([a-z0-9]+)\s+(.+)$/i.exec(value) ?? [];
    if (tag === undefined || text === undefined) throw new TypeError(`Not a CAA value: ${value}`);
    // Its types know three tags only; it writes any.
    const data = { flags: integer(flags, 255), tag: tag as 'issue', value: text.replace(/^"(.*)"$/, '$1') };
    return { ...owner, type: 'CAA', data };
  },
  SOA(owner, value) {
    const [mname, rname, serial, refresh, retry, expire, minimum] = fields(value, 7);
    const timers = { refresh: integer(refresh), retry: integer(retry), expire: integer(expire) };
    const rest = { serial: integer(serial), ...timers, minimum: integer(minimum) };
    return { ...owner, type: 'SOA', data: { mname: hostName(mname), rname: hostName(rname), ...rest } };
  },
  // Of type 99, which the library knows by number only: the octets of its data.
  SPF: (owner, value) => ({
    ...owner,
    type: 'SPF' as 'NULL',
    data: Buffer.concat(characterStrings(value).map(counted)),
  }),
  NAPTR(owner, value) {
    const [, order, preference, rest = '', replacement] = /^(\d+)\s+(\d+)\s+(".*")\s+(\S+)$/s.exec(value) ?? [];
    const [flags, services, regexp, ...more] = characterStrings(rest).map(String);
    if (flags === undefined || services === undefined || regexp === undefined || more.length > 0)
      throw new TypeError(`Not a NAPTR value: ${value}`);
    const numbers = { order: integer(order, 0xff_ff), preference: integer(preference, 0xff_ff) };
    return {
      ...owner,
      type: 'NAPTR',
      data: { ...numbers, flags, services, regexp, replacement: hostName(replacement) },
    };
  },
  SSHFP(owner, value) {
    const [algorithm, hash, fingerprint = ''] = fields(value, 3);
    const octets = { 1: 20, 2: 32 }[integer(hash)];
    const data = { algorithm: integer(algorithm, 255), hash: integer(hash), fingerprint };
    return { ...owner, type: 'SSHFP', data: octets === hex(fingerprint).length ? data : refuse(value) };
  },
  TLSA(owner, value) {
    const [usage, selector, matchingType, certificate = ''] = fields(value, 4);
    const numbers = { usage: integer(usage, 255), selector: integer(selector, 255) };
    const data = { ...numbers, matchingType: integer(matchingType, 255), certificate: hex(certificate) };
    return { ...owner, type: 'TLSA', data };
  },
  DS(owner, value) {
    const [keyTag, algorithm, digestType, digest] = fields(value, 4);
    const numbers = { keyTag: integer(keyTag), algorithm: integer(algorithm), digestType: integer(digestType) };
    return { ...owner, type: 'DS', data: { ...numbers, digest: hex(digest ?? '') } };
  },
};

/** Whether the sandbox's DNS can serve records of this type. */
export function isServedType(type: string): boolean {
  return Object.hasOwn(writers, type);
}

/** One value as an answer; `undefined` when type or value can't be put on the wire. */
export function toAnswer(name: string, type: string, ttl: number, value: string): Answer | undefined {
  const write = isServedType(type) ? writers[type] : undefined;
  try {
    return write?.({ name, ttl }, value.trim());
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function demand(value: string, holds: boolean): string {
  return holds ? value : refuse(value);
}

function refuse(value: string): never {
  throw new TypeError(`Bad value: ${value}`);
}

function hex(text: string): Buffer {
  return Buffer.from(demand(text, /^(?:[\da-f]{2})+$/i.test(text)), 'hex');
}

/** A string as DNS carries it, its length before it. */
function counted(octets: Buffer): Buffer {
  return Buffer.concat([Buffer.from([octets.length]), octets]);
}

function integer(text: string | undefined, most = 0xff_ff_ff_ff): number {
  const number = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || number > most) throw new TypeError(`Not a number: ${text}`);
  return number;
}

function hostName(text = ''): string {
  const name = unescapeName(text).replace(/\.$/, '');
  const length = (part: string) => Buffer.byteLength(part);
  const fits = length(name) <= 253 && name.split('.').every((label) => label !== '' && length(label) <= 63);
  return text === '.' ? '.' : demand(name, fits && /^\S+$/.test(text));
}

function fields(value: string, count: number): string[] {
  const parts = value.split(/\s+/);
  if (parts.length !== count) throw new TypeError(`Expected ${count} fields: ${value}`);
  return parts;
}

/** `"one" "two"` with `\"` and `\ooo` escapes; text without quotes is one string. Cut to 255 octets each. */
function characterStrings(value: string): Buffer[] {
  const quoted = value.startsWith('"')
    ? [...value.matchAll(/"((?:\\.|[^"\\])*)"/gs)].map((match) => match[1] ?? '')
    : [value];
  if (quoted.length === 0) throw new TypeError(`Unbalanced quotes: ${value}`);
  return quoted.flatMap((text) => {
    const octets = Buffer.from(decodeEscapes(text), 'latin1');
    const pieces = Math.max(1, Math.ceil(octets.length / 255));
    return Array.from({ length: pieces }, (_, index) => octets.subarray(index * 255, (index + 1) * 255));
  });
}

function decodeEscapes(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/\\([0-3][0-7]{2})|\\(.)/gs, (_, octal: string | undefined, char: string | undefined) =>
      octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (char ?? ''),
    );
}
