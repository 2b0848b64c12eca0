import type { AwsCall } from '@/lib/audit/model';
import type { Decision } from '@/lib/domains/decide';
import { type OffboardingStep, offboardingSteps } from '@/lib/domains/model';
import type { OffboardingEntry } from '@/lib/offboarding/model';

/** Which reads prove that nothing is left of what a step takes away. */
const proofs: Record<OffboardingStep, readonly string[]> = {
  'stop-usage': ['GetApiKeys'],
  'remove-alias': ['ListResourceRecordSets'],
  'remove-edge-name': ['ListResourceRecordSets'],
  'remove-mappings': ['GetBasePathMappings', 'GetDomainName'],
  'remove-domain-name': ['GetDomainName'],
  'remove-certificate': ['DescribeCertificate'],
  'remove-validation': ['ListResourceRecordSets'],
  'remove-tags': ['GetDomainName', 'DescribeCertificate', 'ListTagsForCertificate'],
};

interface Sight {
  hostname: string;
  at: string;
  /** What the report has already. */
  entries: OffboardingEntry[];
  /** The calls of the look that the decision comes from. */
  calls: AwsCall[];
  /** Records that are asked of the tenant. */
  asked: string[];
}

/**
 * What a fresh look adds to the report: what was taken away and is not there any more, what stays and why, and what is
 * asked of the tenant. Steps that come after the one in hand say nothing yet. Pure; the same look twice adds nothing.
 */
export function entriesOfLook({ status }: Decision, sight: Sight): OffboardingEntry[] {
  const mine = sight.entries.filter((entry) => entry.hostname === sight.hostname);
  const added: OffboardingEntry[] = [];
  const add = (entry: Pick<OffboardingEntry, 'step' | 'result' | 'what' | 'sentence'>, requestIds: string[]) => {
    const same = (one: OffboardingEntry) =>
      one.step === entry.step && one.result === entry.result && one.what === entry.what;
    if (![...mine, ...added].some(same)) added.push({ at: sight.at, hostname: sight.hostname, ...entry, requestIds });
  };
  for (const name of offboardingSteps) {
    const step = status.steps.find((one) => one.name === name);
    // Of a domain without a stable name there is none for it.
    if (step === undefined) continue;
    const ids = sight.calls.flatMap(({ operation, requestId }) =>
      requestId !== null && proofs[name].includes(operation) ? [requestId] : [],
    );
    const { sentence } = step;
    const tenants = sight.asked.length > 0 && (name === 'remove-alias' || name === 'remove-validation');
    if (step.state === 'skipped') {
      add({ step: name, result: tenants ? 'asked' : 'stays', what: '', sentence }, ids);
    } else if (step.state === 'done') {
      const taken = new Set(mine.flatMap((one) => (one.step === name && one.result === 'removing' ? [one.what] : [])));
      for (const what of taken.size === 0 ? [''] : taken)
        add({ step: name, result: 'verified-gone', what, sentence }, ids);
    } else {
      if (step.state === 'waiting' && step.actor === 'tenant')
        add({ step: name, result: 'asked', what: '', sentence }, ids);
      break;
    }
  }
  return added;
}
