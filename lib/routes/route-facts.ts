import type { GatewayView } from '@/lib/changes/model';
import type { Exposure } from '@/lib/gateway/blast-radius';
import type { Verb } from '@/lib/gateway/model';
import type { LambdaFunction, VpcLink } from '@/lib/inventory/model';
import type { RouteFacts } from './model';

/** What the editor offers to choose from: names of the draft, else of the working copy. Pure. */
export function routeFacts(
  view: GatewayView,
  at: { path: string; verb: Verb },
  { exposures, vpcLinks, functions }: { exposures: Exposure[]; vpcLinks: VpcLink[]; functions: LambdaFunction[] },
): RouteFacts {
  const edited = view.draft?.snapshot ?? view.working;
  return {
    ...at,
    api: edited.api,
    authorizers: Object.keys(edited.authorizers),
    validators: Object.keys(edited.validators),
    models: Object.keys(edited.models),
    stages: view.stages.map(({ name, variables }) => ({ name, variables })),
    vpcLinks: vpcLinks.map(({ id, name }) => ({ id, name })),
    lambdaFunctions: functions.map(({ arn, name }) => ({ arn, name })),
    domains: exposures
      .filter(({ hidden }) => !hidden)
      .map(({ domain, basePath, stage, tenantSlug }) => ({ name: domain, basePath, stage, tenantSlug })),
  };
}
