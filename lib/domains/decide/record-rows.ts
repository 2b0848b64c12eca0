import { getDomain } from 'tldts';
import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import { describeRouting } from '@/lib/domains/decide/describe-routing';
import { judgeOne } from '@/lib/domains/decide/validation-axis';
import { type View, wasLive } from '@/lib/domains/decide/view';
import type { DnsRecordRow, Verdict } from '@/lib/domains/model';
import type { Known, RoutingAnswer } from '@/lib/domains/observed';
import { validationRecords } from '@/lib/domains/wanted-records';
import type { RecordSet } from '@/lib/inventory/model';

/** The DNS records that have to exist, with what the public DNS answers; rows not looked at keep what they said. */
export function recordRows(view: View): DnsRecordRow[] {
  return [...validationRows(view), ...routingRows(view)];
}

/**
 * The records of a domain that is leaving: they are told from what validated and served it, which goes before they do, so they are kept from
 * look to look.
 */
export function recordsToRemember(view: View): DnsRecordRow[] {
  const seen = recordRows(view);
  const same = (a: DnsRecordRow, b: DnsRecordRow) => a.type === b.type && a.name === b.name && a.value === b.value;
  return [...(view.previous?.records ?? []).filter((row) => !seen.some((one) => same(one, row))), ...seen];
}

function before(view: View, purpose: DnsRecordRow['purpose']): DnsRecordRow[] {
  return view.previous?.records.filter((row) => row.purpose === purpose) ?? [];
}

function validationRows(view: View): DnsRecordRow[] {
  const { certificate } = view.observed;
  if (view.wanted.certificateMode === 'existing') return [];
  if (!certificate.known) return before(view, 'certificate validation');
  if (certificate.value === null) return [];
  return validationRecords(certificate.value).map((record) => validationRow(view, record));
}

function validationRow(view: View, record: RecordSet): DnsRecordRow {
  const { validation } = view.observed;
  const shape = {
    purpose: 'certificate validation' as const,
    type: 'CNAME' as const,
    name: record.name,
    relativeName: relativeName(view, record.name),
    value: record.values[0] ?? '',
    actor: view.wanted.zoneId === null ? ('tenant' as const) : ('us' as const),
  };
  if (!validation.known) {
    const same = before(view, 'certificate validation').find(
      (row) => row.name === shape.name && row.value === shape.value,
    );
    return same === undefined
      ? { ...shape, observed: [], verdict: 'not-checked', sentence: 'Not looked up yet.' }
      : { ...same, ...shape };
  }
  const answer = validation.value.find((one) => one.name === record.name);
  const { verdict, sentence } = judgeOne(answer, record);
  return { ...shape, observed: answer?.cname.outcome === 'ok' ? answer.cname.records : [], verdict, sentence };
}

function routingRows(view: View): DnsRecordRow[] {
  const { gatewayDomain, routing } = view.observed;
  const { edge } = view.subject;
  if (edge === null && !gatewayDomain.known) return before(view, 'routing');
  // With a stable name it can be told on the first day, before AWS names the target.
  const value = edge?.name ?? (gatewayDomain.known ? (gatewayDomain.value?.targetName ?? null) : null);
  // Of a domain that was Live they stay: a probe follows them, and tells whether it still answers.
  if (value === null) return wasLive(view.previous) ? before(view, 'routing') : [];
  const { hostname, zoneId } = view.wanted;
  const types = zoneId === null ? (['CNAME'] as const) : (['A', 'AAAA'] as const);
  return types.map((type) => {
    const shape = {
      purpose: 'routing' as const,
      type,
      name: hostname,
      relativeName: relativeName(view, hostname),
      value,
    };
    const actor = zoneId === null ? ('tenant' as const) : ('us' as const);
    if (view.subject.phase === 'prepare' && !(routing.known && routing.value.leads))
      return { ...shape, actor, ...notYet(type, routing) };
    if (routing.known) return { ...shape, actor, ...routingVerdict(shape, routing.value) };
    const same = before(view, 'routing').find((row) => row.type === type && row.value === value);
    return {
      ...shape,
      actor,
      observed: same?.observed ?? [],
      verdict: same?.verdict ?? 'not-checked',
      sentence: same?.sentence ?? 'Not looked up yet.',
    };
  });
}

/** Before the cut-over the name leads elsewhere, and has to. */
function notYet(type: DnsRecordRow['type'], routing: Known<RoutingAnswer>): RoutingVerdict {
  const observed = routing.known ? observedOf(type, routing.value) : [];
  return { observed, verdict: 'later', sentence: 'Not before the cut-over: it moves the traffic.' };
}

interface RoutingVerdict {
  observed: string[];
  verdict: Verdict;
  sentence: string;
}

type RowShape = Pick<DnsRecordRow, 'name' | 'type' | 'relativeName'>;

function routingVerdict({ name, type, relativeName }: RowShape, answer: RoutingAnswer): RoutingVerdict {
  const { routing, leads } = answer;
  const observed = observedOf(type, answer);
  if (leads) {
    const quiet = type === 'AAAA' && observed.length === 0;
    return {
      observed,
      verdict: 'ok',
      sentence: quiet ? 'The gateway has no IPv6 address, so there is nothing to show.' : 'Leads to the gateway.',
    };
  }
  if (routing.failure !== null && !saysAbsent(routing.failure)) {
    return { observed, verdict: 'unknown', sentence: describeFailure(routing.failure, name) };
  }
  const verdict = routing.failure === null || routing.chain.length > 0 ? 'wrong' : 'missing';
  // RFC 1034: a CNAME stands alone, and the apex always has SOA and NS.
  const apex = type === 'CNAME' && relativeName === '@';
  const hint = apex ? " The zone's own name can't have a CNAME: use an ALIAS, ANAME or flattened record there." : '';
  return { observed, verdict, sentence: `${name} ${describeRouting(answer)}.${hint}` };
}

function observedOf(type: DnsRecordRow['type'], { routing }: RoutingAnswer): string[] {
  if (type === 'CNAME') return routing.chain.length > 0 ? routing.chain.slice(0, 1) : routing.addresses;
  return routing.addresses.filter((address) => address.includes(':') === (type === 'AAAA'));
}

/** As most DNS panels want it: without the zone, `@` for the zone itself. */
function relativeName(view: View, name: string): string {
  const zone = view.subject.zoneName ?? getDomain(name, { allowPrivateDomains: true, validateHostname: false });
  if (zone === null) return name;
  if (name === zone) return '@';
  return name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : name;
}
