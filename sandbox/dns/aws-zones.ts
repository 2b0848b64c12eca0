import { gatewayAddresses, gatewayTarget } from '../data-plane/hosts';
import type { State } from '../state';
import type { Zone, ZoneRecord } from './zone';

/** The name server of AWS's own zones. */
export const awsNameServer = 'ns-27.amzndns.com';
const nameServers: ZoneRecord = { type: 'NS', ttl: 3600, values: [`${awsNameServer}.`] };

/** The zones that AWS itself runs, as far as the sandbox plays it. */
const awsZones: Record<string, (state: State) => Zone> = {
  'amazonaws.com': (state) => ({
    apex: 'amazonaws.com',
    soa: soaOf('ns-27.amzndns.com. hostmaster.amazon.com.'),
    records: (name) => (name === 'amazonaws.com' ? [nameServers] : addressRecords(state, name)),
    exists: (name) =>
      gatewayTarget(state, name) !== undefined ||
      /^(?:execute-api\.[a-z0-9-]+|[a-z]+-[a-z-]+-\d)\.amazonaws\.com$/.test(name),
  }),
  // What ACM's validation CNAMEs point at. The target has no address; that it exists is all that validation needs.
  'acm-validations.aws': () => ({
    apex: 'acm-validations.aws',
    soa: soaOf('ns-27.amzndns.com. awsdns-hostmaster.amazon.com.'),
    records: (name) =>
      name === 'acm-validations.aws'
        ? [nameServers]
        : isValidationTarget(name)
          ? [{ type: 'TXT', ttl: 300, values: [`"${name.split('.')[0]}"`] }]
          : [],
    exists: (name) => isValidationTarget(name) || /^[a-z]+\.acm-validations\.aws$/.test(name),
  }),
};

export function awsZone(state: State, apex: string): Zone | undefined {
  return Object.hasOwn(awsZones, apex) ? awsZones[apex]?.(state) : undefined;
}

export function awsApexes(): string[] {
  return Object.keys(awsZones);
}

/** `_<token>.<label>.acm-validations.aws`; a provider may have dropped the value's leading underscore (facts 02). */
function isValidationTarget(name: string): boolean {
  return /^_?[0-9a-z]+\.[a-z]+\.acm-validations\.aws$/.test(name);
}

/** IPv6 only for what was made dual-stack, and only where the sandbox listens on it. */
function addressRecords(state: State, name: string): ZoneRecord[] {
  const target = gatewayTarget(state, name);
  if (!target) return [];
  const { ipv4, ipv6 } = gatewayAddresses(state);
  const records: ZoneRecord[] = [
    { type: 'A', ttl: 60, values: ipv4 },
    { type: 'AAAA', ttl: 60, values: target === 'dualstack' ? ipv6 : [] },
  ];
  return records.filter((record) => record.values.length > 0);
}

function soaOf(servers: string): ZoneRecord {
  return { type: 'SOA', ttl: 900, values: [`${servers} 1 7200 900 1209600 86400`] };
}
