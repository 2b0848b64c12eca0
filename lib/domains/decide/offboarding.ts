import { danglingOf } from '@/lib/domains/decide/dangling';
import type { AxisDrafts } from '@/lib/domains/decide/headline';
import type { StepDraft } from '@/lib/domains/decide/timeline';
import type { Pace, View } from '@/lib/domains/decide/view';
import type { AxisName, AxisState, Headline, OffboardingStep, StepState, Trouble } from '@/lib/domains/model';
import { offboardingSteps } from '@/lib/domains/model';
import type { Known } from '@/lib/domains/observed';
import { ownsCertificate, ownsGatewayDomain } from '@/lib/domains/ownership';
import { ownEdgeRecords } from '@/lib/domains/plan-edge-name';
import { targetOf } from '@/lib/domains/plan-records';
import {
  foreignMappings,
  ownMappings,
  ownRoutingRecords,
  ownValidationRecords,
  tagsToRemove,
} from '@/lib/domains/plan-removal';
import type { GatewayDomain } from '@/lib/inventory/model';

type Removal = StepDraft & { pace?: Pace | null; act?: boolean };

const nothing = (sentence: string): Removal => ({ state: 'done', actor: 'nobody', sentence });
const stays = (sentence: string): Removal => ({ state: 'skipped', actor: 'nobody', sentence });
const remove = (sentence: string): Removal => ({ state: 'working', actor: 'us', sentence, act: true });
const blocked = (sentence: string): Removal => ({ state: 'failed', actor: 'us', sentence, pace: 'operator' });
const unreadable = (what: string, trouble: Trouble | null): Removal => ({
  state: 'unknown',
  actor: trouble?.actor ?? 'us',
  sentence: trouble === null ? `Not looked at yet: ${what}.` : `Could not check ${what}. ${trouble.sentence}`,
});

/** What is left to remove, by step, each on its own. */
const removals: Record<OffboardingStep, (view: View) => Removal> = {
  'stop-usage': ({ subject, wanted, observed, previous }) => {
    if (!subject.tenantLeaves) return stays('The tenant stays, and so do its API keys.');
    if (!observed.usage.known) {
      const before = previous?.steps.find((step) => step.name === 'stop-usage');
      // Read once more after it was done, and not at every look from then on.
      if (observed.usage.trouble === null && before?.state === 'done') return nothing(before.sentence);
      return unreadable("the tenant's API keys", observed.usage.trouble);
    }
    const keys = observed.usage.value;
    const enabled = keys.filter((key) => key.enabled).length;
    if (keys.length === 0) return nothing(`No API key carries the tag of ${wanted.tenantSlug}.`);
    if (enabled === 0)
      return nothing(keys.length === 1 ? 'Its API key is disabled.' : `Its ${keys.length} API keys are disabled.`);
    return remove(enabled === 1 ? 'Disabling its API key.' : `Disabling its ${enabled} API keys.`);
  },
  'remove-alias': ({ subject, wanted, observed, previous }) => {
    if (wanted.zoneId === null) return stays("The record at the tenant's DNS provider is theirs to remove.");
    const unknown = firstUnknown(
      [observed.zoneRecords, 'our zone'],
      [observed.gatewayDomain, 'the custom domain name'],
    );
    if (unknown !== null) return unknown;
    const records = ownRoutingRecords(subject, observed, previous);
    return records.length > 0
      ? remove(`Removing the records of ${wanted.hostname} from our zone.`)
      : nothing('No record of ours leads to the gateway.');
  },
  'remove-edge-name': ({ subject, observed }) => {
    if (subject.edge === null) return stays('It has no stable name.');
    if (!observed.edgeRecords.known) return unreadable('the stable name in our zone', observed.edgeRecords.trouble);
    return ownEdgeRecords(observed).length > 0
      ? remove(`Removing the stable name ${subject.edge.name} from our zone.`)
      : nothing('The stable name is not in our zone.');
  },
  'remove-mappings': ({ subject, wanted, observed }) => {
    if (wanted.mappings.length === 0) return stays('It has no mappings of its own.');
    const unknown = firstUnknown([observed.gatewayDomain, 'the custom domain name']);
    if (unknown !== null) return unknown;
    if (!observed.gatewayDomain.known || observed.gatewayDomain.value === null)
      return nothing('There are no mappings.');
    if (!observed.mappings.known) return unreadable('the mappings', observed.mappings.trouble);
    const own = ownMappings(subject, observed).map((mapping) => `/${mapping.basePath}`);
    return own.length > 0
      ? remove(`Removing the mappings ${own.join(', ')}.`)
      : nothing('There are no mappings of its own.');
  },
  'remove-domain-name': (view) => {
    const { subject, wanted, observed } = view;
    if (!observed.gatewayDomain.known) return unreadable('the custom domain name', observed.gatewayDomain.trouble);
    const domain = observed.gatewayDomain.value;
    if (domain === null) return nothing('The custom domain name is not on the gateway.');
    if (!ownsGatewayDomain(subject, domain))
      return stays(`${domain.name} stays: it was not made for this domain alone.`);
    if (!observed.mappings.known) return unreadable('the mappings', observed.mappings.trouble);
    const [foreign] = foreignMappings(subject, observed);
    if (foreign !== undefined) {
      return blocked(
        `${domain.name} also maps /${foreign.basePath}, which was not made here and would go with it. Remove that mapping first.`,
      );
    }
    const going = remove(`Removing the custom domain name ${wanted.gatewayDomainName}.`);
    const kept = subject.danglingConfirmed ? null : keptByDns(view, domain);
    return kept === null ? going : { ...kept, heldBy: 'public-dns' };
  },
  'remove-certificate': ({ subject, wanted, observed }) => {
    if (!observed.certificate.known)
      return unlessNone(wanted.certificateArn, 'the certificate', observed.certificate.trouble);
    const certificate = observed.certificate.value;
    if (certificate === null) return nothing('The certificate is gone.');
    if (!ownsCertificate(subject, certificate))
      return stays('The certificate stays: it was not requested for this domain alone.');
    if (!observed.certificateSharedBy.known)
      return unreadable('who else uses the certificate', observed.certificateSharedBy.trouble);
    const shared = observed.certificateSharedBy.value.certificate;
    if (shared !== null) return stays(`The certificate stays: ${shared}`);
    if (certificate.inUseBy.length === 0) return remove('Deleting the certificate.');
    const sentence =
      'AWS still lists the certificate as in use; that lasts some minutes after its custom domain name is gone.';
    return { state: 'waiting', actor: 'aws', sentence, pace: 'fast' };
  },
  'remove-validation': ({ wanted, observed, previous }) => {
    if (wanted.zoneId === null) return stays("The validation record at the tenant's DNS provider is theirs to remove.");
    if (!observed.certificate.known)
      return unlessNone(wanted.certificateArn, 'the certificate', observed.certificate.trouble);
    if (observed.certificate.value !== null || wanted.certificateMode === 'existing')
      return stays('The validation record belongs to a certificate that stays.');
    if (!observed.zoneRecords.known) return unreadable('our zone', observed.zoneRecords.trouble);
    if (ownValidationRecords(observed, previous).length === 0)
      return nothing('No validation record is left in our zone.');
    if (!observed.certificateSharedBy.known)
      return unreadable('the other certificates', observed.certificateSharedBy.trouble);
    const { validation } = observed.certificateSharedBy.value;
    return validation === null
      ? remove('Removing the validation record from our zone.')
      : stays(`The validation record stays: ${validation}`);
  },
  'remove-tags': ({ subject, observed }) => {
    const unknown = firstUnknown([observed.gatewayDomain, 'the custom domain name']);
    if (unknown !== null) return unknown;
    if (!observed.certificate.known && observed.certificate.trouble !== null)
      return unreadable('the certificate', observed.certificate.trouble);
    const tagged = tagsToRemove(subject, observed);
    return tagged.length === 0
      ? nothing('Nothing that stays says that it is its own.')
      : remove(`Taking its tags off ${tagged.map(({ id }) => id).join(' and ')}.`);
  },
};

/** Waits while the public DNS leads to what is to go, or could not be asked; null when it may go. */
function keptByDns(view: View, domain: GatewayDomain): Removal | null {
  const { wanted } = view;
  const { state, sentence } = danglingOf(view, domain);
  if (state === 'gone') return null;
  if (state === 'unchecked') {
    const kept = `${domain.name} stays until the public DNS could be asked where the name leads. ${sentence}`;
    return { state: 'unknown', actor: 'us', sentence: kept, pace: 'lookup' };
  }
  if (wanted.zoneId === null) {
    const asked = `${sentence} The tenant has to remove that record first: a name that leads to a custom domain name that is gone can be taken over by others.`;
    return { state: 'waiting', actor: 'tenant', sentence: asked, pace: 'tenant' };
  }
  const { zoneRecords } = view.observed;
  const left = zoneRecords.known && zoneRecords.value.some((record) => targetOf(record) === domain.targetName);
  return left
    ? {
        state: 'waiting',
        actor: 'us',
        sentence: `${sentence} Our zone has a record that leads there and was not made here. Remove it in Route 53; then Gatehouse goes on by itself.`,
        pace: 'operator',
      }
    : {
        state: 'waiting',
        actor: 'aws',
        sentence: `${sentence} The record is out of our zone; caches forget it, mostly within a minute.`,
        pace: 'fast',
      };
}

/** Nothing was ever requested: then there is nothing to know. */
function unlessNone(arn: string | null, what: string, trouble: Trouble | null): Removal {
  return arn === null && trouble === null ? nothing('No certificate was requested.') : unreadable(what, trouble);
}

function firstUnknown(...parts: [Known<unknown>, string][]): Removal | null {
  for (const [part, what] of parts) if (!part.known) return unreadable(what, part.trouble);
  return null;
}

export interface Offboarding {
  steps: Record<OffboardingStep, StepDraft>;
  axes: AxisDrafts;
  action: OffboardingStep | null;
  headline: Headline;
  sentence: string;
  current: OffboardingStep | null;
}

const axisOfRemoval: Record<AxisName, OffboardingStep> = {
  validation: 'remove-validation',
  certificate: 'remove-certificate',
  gateway: 'remove-domain-name',
  mapping: 'remove-mappings',
  dns: 'remove-alias',
};

const axisState: Record<StepState, AxisState> = {
  pending: 'not-started',
  working: 'working',
  waiting: 'waiting',
  done: 'not-needed',
  failed: 'problem',
  skipped: 'not-needed',
  unknown: 'unknown',
};

/** What removing a domain comes to now: traffic first, names last, one step after the other. */
export function offboarding(view: View): Offboarding {
  const steps = {} as Record<OffboardingStep, Removal>;
  let current: OffboardingStep | null = null;
  for (const name of offboardingSteps) {
    const removal = removals[name](view);
    const over = removal.state === 'done' || removal.state === 'skipped';
    steps[name] =
      current === null || over
        ? removal
        : { state: 'pending', actor: 'nobody', sentence: 'Starts once the steps before it are done.' };
    if (current === null && !over) current = name;
  }
  const at = current === null ? null : steps[current];
  const axes = Object.fromEntries(
    Object.entries(axisOfRemoval).map(([axis, name]) => [
      axis,
      { ...steps[name], state: axisState[steps[name].state] },
    ]),
  ) as AxisDrafts;
  const headline = at === null ? 'Gone' : at.state === 'failed' ? 'Needs operator' : 'Offboarding';
  return {
    steps,
    axes,
    action: at?.act === true ? current : null,
    headline,
    sentence: at?.sentence ?? 'Removed.',
    current,
  };
}
