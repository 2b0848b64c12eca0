import { cacheStatus } from '../cache-status';
import type { State } from '../state';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { type HeaderList, headerValues } from './header-list';
import { type IntegrationAnswer, readAnswerBody } from './integration-answer';
import { settingsOf } from './method-settings';
import { readRequestSource } from './parameter-source';
import { dialsOf, timeOf } from './settings';
import { StageCaches } from './stage-caches';

type WholeAnswer = IntegrationAnswer & { body: Buffer };

interface Asked {
  answer: IntegrationAnswer;
  /** To be added to the client's answer. */
  warnings: HeaderList;
}

/** Seconds, where nothing is set. */
const usualTtl = 300;
/** Of one answer (facts 01, section 1.3), bytes. */
const maxAnswerBytes = 1_048_576;
/** Of all stages together: AWS has from half a gigabyte for each; this is one process. */
const maxCacheBytes = 64 * 1024 * 1024;

const ignored: [string, string] = [
  'Warning',
  '199 Cache-control headers were ignored because the caller was unauthorized.',
];

const caches = new StageCaches<WholeAnswer>({ entries: 10_000, weight: maxCacheBytes });

/**
 * Takes the back end's answer out of the stage's cache, or asks for it and keeps it, whatever its status. Mappings of the
 * answer run for every client. Throws the refusal of a client that may not renew an entry, where the stage wants that.
 * AWS, "Cache settings for REST APIs in API Gateway"; facts 05, section 5.3.
 */
export async function askThroughCache(
  call: GatewayCall,
  state: State,
  ask: () => Promise<IntegrationAnswer>,
): Promise<Asked> {
  const ttl = cachedFor(call);
  if (ttl === 0 || !hasCache(state, call)) return { answer: await ask(), warnings: [] };
  const { stage, request } = call;
  const { renews, warnings } = wishOf(call);
  const cache = caches.of(
    state,
    call,
    `${stage.createdDate?.getTime()} ${stage.cacheChangedAt} ${stage.cacheFlushedAt}`,
  );
  const key = keyOfCall(call);
  const kept = renews ? undefined : cache.get(key, request.receivedAt);
  if (kept) return { answer: kept, warnings };
  const asked = await ask();
  const answer = { ...asked, body: await readAnswerBody(asked.body) };
  const bytes = answer.headers.flat().reduce((sum, text) => sum + text.length, answer.body.length);
  if (bytes <= maxAnswerBytes) cache.put(key, answer, timeOf(state) + ttl * 1000, bytes);
  return { answer, warnings };
}

/** Seconds; 0 where nothing is cached. Verbs other than GET only by a setting of their own method. */
function cachedFor(call: GatewayCall): number {
  const { stage, request, isCanary, integration } = call;
  if (!stage.cacheClusterEnabled || integration.responseTransferMode === 'STREAM') return 0;
  if (isCanary && !stage.canarySettings?.useStageCache) return 0;
  const { own, all } = settingsOf(call);
  const settings = own ?? (request.verb === 'GET' ? all : undefined);
  return settings?.cachingEnabled ? (settings.cacheTtlInSeconds ?? usualTtl) : 0;
}

function hasCache(state: State, { stage, request }: GatewayCall): boolean {
  const status = cacheStatus({ now: request.receivedAt, dials: dialsOf(state) }, stage);
  return status === 'AVAILABLE' || status === 'FLUSH_IN_PROGRESS';
}

/** Whether the client wants a fresh answer, and may; by default a caller needs `execute-api:InvalidateCache`. */
function wishOf(call: GatewayCall): { renews: boolean; warnings: HeaderList } {
  const directives = headerValues(call.request.headers, 'Cache-Control').flatMap((value) => value.split(','));
  if (!directives.some((directive) => directive.trim().toLowerCase() === 'max-age=0'))
    return { renews: false, warnings: [] };
  const { own, all } = settingsOf(call);
  const settings = own ?? all;
  // A caller with an identity is taken for one with the right: the sandbox knows no policies of callers.
  const mayRenew =
    settings?.requireAuthorizationForCacheControl === false || call.method.authorizationType === 'AWS_IAM';
  if (mayRenew) return { renews: true, warnings: [] };
  const strategy = settings?.unauthorizedCacheControlHeaderStrategy;
  if (strategy === 'FAIL_WITH_403') throw new GatewayFault('accessDenied', 'the caller may not invalidate the cache');
  return { renews: false, warnings: strategy === 'SUCCEED_WITHOUT_RESPONSE_HEADER' ? [] : [ignored] };
}

/** Resources of one namespace share their answers; parameters that aren't named make no difference. */
function keyOfCall(call: GatewayCall): string {
  const { integration, resource, request } = call;
  const values = (integration.cacheKeyParameters ?? []).map((parameter) => [parameter, ...valuesOf(call, parameter)]);
  return JSON.stringify([integration.cacheNamespace ?? resource.id, request.verb, ...values]);
}

/** Path variables as the client wrote them, as the back end gets them: `a%2Fb` isn't `a/b`. */
function valuesOf(call: GatewayCall, parameter: string): string[] {
  const name = /^method\.request\.path\.(.+)$/.exec(parameter)?.[1];
  if (name !== undefined) return Object.hasOwn(call.pathParameters, name) ? [call.pathParameters[name] ?? ''] : [];
  return readRequestSource(call, parameter.replace(/\.(querystring|header)\./, '.multivalue$1.'), null);
}
