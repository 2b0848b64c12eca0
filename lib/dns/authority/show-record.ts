import type { Answer } from 'dns-packet';
import type { DnsRecord } from '@/lib/dns/authority/model';
import { normalName } from '@/lib/dns/normal-name';

/** A decoded record as DNS tools print it; undefined for what is no record (OPT) or of a type that nothing here reads. */
export function showRecord(answer: Answer): DnsRecord | undefined {
  const value = showValue(answer);
  if (value === undefined) return undefined;
  return { name: normalName(answer.name), type: answer.type, ttl: 'ttl' in answer ? (answer.ttl ?? 0) : 0, value };
}

function showValue(answer: Answer): string | undefined {
  switch (answer.type) {
    case 'A':
    case 'AAAA':
      return answer.data;
    case 'CNAME':
    case 'NS':
    case 'PTR':
    case 'DNAME':
      return normalName(answer.data);
    case 'TXT':
      return [answer.data].flat().map(quoted).join(' ');
    case 'MX':
      return `${answer.data.preference ?? 0} ${normalName(answer.data.exchange)}`;
    case 'SRV': {
      const { priority = 0, weight = 0, port, target } = answer.data;
      return `${priority} ${weight} ${port} ${normalName(target)}`;
    }
    case 'CAA':
      return `${answer.data.flags ?? 0} ${answer.data.tag} ${quoted(answer.data.value)}`;
    case 'SOA': {
      const { mname, rname, serial, refresh, retry, expire, minimum } = answer.data;
      return [normalName(mname), normalName(rname), serial, refresh, retry, expire, minimum].join(' ');
    }
    case 'DS': {
      const { keyTag, algorithm, digestType, digest } = answer.data;
      return `${keyTag} ${algorithm} ${digestType} ${digest.toString('hex').toUpperCase()}`;
    }
    default:
      return undefined;
  }
}

/** One character string: quotes and backslashes escaped, what can't be printed as `\ddd`. */
function quoted(text: string | Buffer): string {
  const octets = Buffer.from(text).toString('latin1');
  const escaped = octets.replace(/["\\]|[^\x20-\x7e]/g, (char) =>
    char === '"' || char === '\\' ? `\\${char}` : `\\${String(char.charCodeAt(0)).padStart(3, '0')}`,
  );
  return `"${escaped}"`;
}
