import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { CheckName, Finding, FindingState } from '@/lib/doctor/model';
import type { Actor } from '@/lib/domains/model';

/** What each check is about. */
export const checkTitles: Record<CheckName, string> = {
  hostname: 'Hostname',
  delegation: 'Delegation',
  dnssec: 'DNSSEC',
  'validation-record': 'Validation record',
  'routing-record': 'Routing record',
  'conflicting-records': 'Records in the way',
  wildcard: 'Wildcard',
  proxied: 'Proxy of a CDN',
  caa: 'CAA',
  'certificate-names': 'Certificate',
  'handshake-before': 'TLS at the gateway',
  'handshake-public': 'TLS at the public name',
  mapping: 'Mapping',
};

/** Tone, icon and word of each state of a finding. */
export const findingLooks: Record<FindingState, { tone: Tone; icon: IconName; word: string }> = {
  problem: { tone: 'red', icon: 'circle-x', word: 'Problem' },
  warning: { tone: 'amber', icon: 'triangle-alert', word: 'Warning' },
  unknown: { tone: 'grey', icon: 'circle-question-mark', word: 'Could not check' },
  ok: { tone: 'green', icon: 'circle-check', word: 'OK' },
  skipped: { tone: 'grey', icon: 'circle-minus', word: 'Not checked' },
};

/** Who has to act, as a label. */
export const turnWords: Record<Actor, string> = {
  us: 'Your turn',
  tenant: "Tenant's turn",
  aws: "AWS's turn",
  nobody: 'Wait',
};

const order: FindingState[] = ['problem', 'warning', 'unknown'];

/** What somebody should read first, and apart from it what is fine or doesn't apply. */
export function sortFindings(findings: Finding[]): { open: Finding[]; ok: Finding[]; skipped: Finding[] } {
  return {
    open: order.flatMap((state) => findings.filter((finding) => finding.state === state)),
    ok: findings.filter(({ state }) => state === 'ok'),
    skipped: findings.filter(({ state }) => state === 'skipped'),
  };
}
