import { type AxisDraft, draft, unread, type View } from '@/lib/domains/decide/view';
import { usesGatewayDomain } from '@/lib/domains/ownership';
import { planMappings } from '@/lib/domains/plan-mappings';

/** Do the base paths lead to the wanted stages? */
export function mappingAxis(view: View, gateway: AxisDraft): AxisDraft {
  const { wanted, observed, subject } = view;
  if (wanted.mappings.length === 0) return withoutOwn(view);
  const { gatewayDomain, mappings } = observed;
  if (!gatewayDomain.known) return unread(view, 'mapping', 'the mappings', gatewayDomain.trouble);
  if (gatewayDomain.value === null) return draft.notStarted('Made once the custom domain name is there.');
  if (!mappings.known) return unread(view, 'mapping', 'the mappings', mappings.trouble);
  const plan = planMappings(wanted, mappings.value);
  if (plan.length === 0) return draft.ok(describeCount(wanted.mappings.length));
  const ours = usesGatewayDomain(subject, gatewayDomain.value) || subject.takeoverConfirmed;
  const foreign = plan.find((change) => change.kind === 'update');
  if (foreign !== undefined && !ours) {
    return draft.problem(
      `/${foreign.mapping.basePath} of ${wanted.gatewayDomainName} is mapped to something else, which was not made here.`,
    );
  }
  if (gateway.state === 'problem') return draft.notStarted('Made once the custom domain name is in order.');
  const paths = plan.map(({ mapping }) => `/${mapping.basePath} to ${mapping.stage}`).join(', ');
  return draft.working('create-mappings', `Mapping ${paths}.`);
}

function describeCount(count: number): string {
  return count === 1 ? 'The path is mapped to its stage.' : `All ${count} paths are mapped to their stages.`;
}

/** Nothing is wanted here, so whatever there is was made elsewhere: shared by a wildcard, or without a stage of its own. */
function withoutOwn(view: View): AxisDraft {
  const { wanted, observed } = view;
  if (wanted.gatewayDomainName !== wanted.hostname)
    return draft.notNeeded(`Uses the mappings of ${wanted.gatewayDomainName}.`);
  if (!observed.mappings.known) return unread(view, 'mapping', 'the mappings', observed.mappings.trouble);
  if (observed.mappings.value.length > 0) return draft.ok('Uses mappings that were not made here.');
  return draft.problem('No path is mapped to a stage, so every request is refused. Map one in API Gateway.');
}
