import { explainResolution } from '@/lib/gateway/explain-resolution';
import type { Snapshot } from '@/lib/gateway/model';
import { type GatewayRequest, type Resolution, type ResolveOptions, resolve } from '@/lib/gateway/resolve';
import { describeAnswers } from './describe-answers';
import { describeIntegration } from './describe-integration';
import { describeMappings } from './describe-mappings';
import { describeSent } from './describe-sent';
import type { ExplainedSide } from './model';

interface Side {
  key: string;
  title: string;
  stage: string | null;
  /** Null: nobody knows what it serves. */
  snapshot: Snapshot | null;
  options: ResolveOptions;
}

/** What becomes of a request in one version of the gateway. Pure. */
export function explainSide(side: Side, request: GatewayRequest): ExplainedSide {
  const { key, title, stage, snapshot, options } = side;
  if (!snapshot) {
    const unknown = `Gatehouse could not read yet what ${stage ?? 'it'} serves, so nothing can be said about it.`;
    return { ...nothing, key, title, stage, unknown };
  }
  const resolution = resolve(snapshot, request, options);
  const { route, checks } = resolution;
  return {
    ...nothing,
    key,
    title,
    stage,
    decision: explainResolution(snapshot, request),
    route: route && { path: route.path, verb: route.verb, pathParameters: route.pathParameters },
    checks,
    integration: route && describeIntegration(route.method, options),
    mappings: route ? describeMappings(route, request, options) : [],
    sent: resolution.outcome === 'sent' ? describeSent(resolution.request) : null,
    mockStatus: resolution.outcome === 'mocked' ? resolution.status : null,
    refusal: refusalOf(resolution),
    answers: route && describeAnswers(route.method),
  };
}

const nothing = {
  unknown: null,
  decision: null,
  route: null,
  checks: [],
  integration: null,
  mappings: [],
  sent: null,
  mockStatus: null,
  refusal: null,
  answers: null,
  comparedWith: null,
  differences: [],
} satisfies Partial<ExplainedSide>;

function refusalOf(resolution: Resolution): ExplainedSide['refusal'] {
  return resolution.outcome === 'refused' ? resolution.refusal : null;
}
