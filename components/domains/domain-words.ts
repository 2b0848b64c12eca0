import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { Actor, AxisName, DnsRecordRow, Headline, StepName, Verdict } from '@/lib/domains/model';
import { actorWords } from './headline-look';

export const axisTitles: Record<AxisName, string> = {
  validation: 'Validation record',
  certificate: 'Certificate',
  gateway: 'Gateway domain',
  mapping: 'Paths',
  dns: 'Public DNS',
};

export const stepTitles: Record<StepName, string> = {
  'request-certificate': 'Request the certificate',
  'publish-validation': 'Publish the validation record',
  'await-certificate': 'Certificate is issued',
  'create-domain-name': 'Create the custom domain name',
  'create-mappings': 'Map the paths',
  'publish-edge-name': 'Publish the stable name',
  'publish-alias': 'Publish the routing record',
  'await-sync': 'Name servers take it over',
  probe: 'Prove it over HTTPS',
  'stop-usage': 'Disable its API keys',
  'remove-alias': 'Remove the routing record',
  'remove-mappings': 'Remove the paths',
  'remove-domain-name': 'Remove the custom domain name',
  'remove-edge-name': 'Remove the stable name',
  'remove-validation': 'Remove the validation record',
  'remove-certificate': 'Remove the certificate',
  'remove-tags': 'Take its tags off what stays',
};

export const verdictLooks: Record<Verdict, { tone: Tone; icon: IconName; word: string }> = {
  ok: { tone: 'green', icon: 'circle-check', word: 'Found' },
  missing: { tone: 'amber', icon: 'clock', word: 'Missing' },
  wrong: { tone: 'red', icon: 'circle-x', word: 'Wrong' },
  unknown: { tone: 'grey', icon: 'circle-question-mark', word: 'Could not check' },
  'not-checked': { tone: 'grey', icon: 'circle-dashed', word: 'Not checked yet' },
  later: { tone: 'grey', icon: 'clock', word: 'Later' },
};

export const purposeWords: Record<DnsRecordRow['purpose'], string> = {
  'certificate validation': 'Certificate validation',
  routing: 'Routing',
};

/** Headlines under which the console goes on by itself. */
const underWay: readonly Headline[] = ['Draft', 'Working', 'Offboarding'];

/** Whose turn it is: "us" is the console while it works, and the operator when it can't go on. */
export function turnWords(actor: Actor, headline: Headline): string {
  return actor === 'us' && underWay.includes(headline) ? "Gatehouse's turn" : actorWords[actor];
}
