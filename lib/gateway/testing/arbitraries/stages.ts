import fc from 'fast-check';
import type { StageSettings } from '@/lib/gateway/model';
import { maybe, someOf, stageVariables } from './texts';

const settings: Record<string, string[]> = {
  'metrics/enabled': ['true', 'false'],
  'logging/dataTrace': ['true', 'false'],
  'throttling/burstLimit': ['0', '50', '5000'],
  'throttling/rateLimit': ['0.5', '100', '10000'],
  'caching/enabled': ['true', 'false'],
  'caching/ttlInSeconds': ['0', '300'],
  'caching/unauthorizedCacheControlHeaderStrategy': ['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER'],
};

/** Without log levels: AWS wants a role in the account's settings for them. */
function methodSettings(): fc.Arbitrary<Record<string, string>> {
  const block = fc.constantFrom('*/*', '/orders/GET', '/orders/{id}/POST', '//GET');
  const setting = fc.constantFrom(...Object.keys(settings)).chain((name) => {
    return fc.tuple(block, fc.constant(name), fc.constantFrom(...(settings[name] ?? [])));
  });
  return fc
    .array(setting, { maxLength: 4 })
    .map((chosen) => Object.fromEntries(chosen.map(([at, name, value]) => [`${at}/${name}`, value])));
}

const stage: fc.Arbitrary<StageSettings> = fc.record({
  description: maybe(fc.constantFrom('For tenants', 'For us')),
  variables: someOf(stageVariables, fc.constantFrom('a', 'b.example', 'https://c.example/?x=1')),
  tracing: fc.boolean(),
  cacheSize: maybe(fc.constantFrom('0.5', '1.6')),
  clientCertificateId: fc.constant(null),
  documentationVersion: fc.constant(null),
  accessLog: maybe(
    fc.record({
      destinationArn: fc.constantFrom(
        'arn:aws:logs:us-east-1:123456789012:log-group:a',
        'arn:aws:logs:us-east-1:123456789012:log-group:b',
      ),
      format: fc.constantFrom('$context.requestId', '{"id":"$context.requestId"}'),
    }),
  ),
  methodSettings: methodSettings(),
});

export function stages(): fc.Arbitrary<Record<string, StageSettings>> {
  return someOf(['prod', 'test'], stage);
}
