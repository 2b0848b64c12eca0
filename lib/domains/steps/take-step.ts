import 'server-only';
import { AwsError, type AwsErrorKind } from '@/lib/aws/errors';
import type { Attempt } from '@/lib/domains/decide/apply-attempt';
import type { ActingStep } from '@/lib/domains/decide/view';
import { createDomainName } from '@/lib/domains/steps/create-domain-name';
import { createMappings } from '@/lib/domains/steps/create-mappings';
import { publishAlias } from '@/lib/domains/steps/publish-alias';
import { publishEdgeName } from '@/lib/domains/steps/publish-edge-name';
import { publishValidation } from '@/lib/domains/steps/publish-validation';
import { removeAlias } from '@/lib/domains/steps/remove-alias';
import { removeCertificate } from '@/lib/domains/steps/remove-certificate';
import { removeDomainName } from '@/lib/domains/steps/remove-domain-name';
import { removeEdgeName } from '@/lib/domains/steps/remove-edge-name';
import { removeMappings } from '@/lib/domains/steps/remove-mappings';
import { removeTags } from '@/lib/domains/steps/remove-tags';
import { removeValidation } from '@/lib/domains/steps/remove-validation';
import { requestCertificate } from '@/lib/domains/steps/request-certificate';
import type { StepInput, TakeStep } from '@/lib/domains/steps/step';
import { stopUsage } from '@/lib/domains/steps/stop-usage';
import { toTrouble } from '@/lib/domains/to-trouble';

const steps: Record<ActingStep, TakeStep> = {
  'request-certificate': requestCertificate,
  'publish-validation': publishValidation,
  'create-domain-name': createDomainName,
  'create-mappings': createMappings,
  'publish-edge-name': publishEdgeName,
  'publish-alias': publishAlias,
  'stop-usage': stopUsage,
  'remove-alias': removeAlias,
  'remove-mappings': removeMappings,
  'remove-domain-name': removeDomainName,
  'remove-edge-name': removeEdgeName,
  'remove-validation': removeValidation,
  'remove-certificate': removeCertificate,
  'remove-tags': removeTags,
};

/** Not trouble, just not yet: our own pacing, and AWS's "still in use" and "not yet issued". */
const waits: AwsErrorKind[] = ['paced', 'in-use', 'not-ready'];

/** Takes a step. Null when it is done, otherwise what came of it; only bugs and the database throw. */
export async function takeStep(step: ActingStep, input: StepInput): Promise<Attempt | null> {
  try {
    // Before an intent is written down for each look at a domain that waits for the confirmation.
    await input.ctx.aws.refuseUnconfirmed();
    const result = await steps[step](input);
    return result.result === 'done' ? null : { step, ...result };
  } catch (error) {
    const trouble = toTrouble(error, input.ctx.now());
    if (!(error instanceof AwsError)) throw error;
    const retryAt = error.retryAt === null ? null : new Date(error.retryAt);
    if (!waits.includes(error.kind)) return { step, result: 'failed', trouble, retryAt };
    const actor = error.kind === 'paced' ? 'aws' : error.actor;
    return { step, result: 'waiting', actor, sentence: error.message, retryAt };
  }
}
