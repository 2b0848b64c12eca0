import type { RawGateway } from '@/lib/gateway/from-aws';
import type { Subject } from '@/lib/gateway/subjects';

/** A subject as AWS answers it; null when it isn't there. */
export function rawOf(raw: RawGateway, subject: Subject): object | null {
  switch (subject.kind) {
    case 'api':
      return raw.restApi ?? null;
    case 'resource':
      return resourceOf(raw, subject.path);
    case 'method':
      return methodOf(raw, subject);
    case 'method-response':
      return methodOf(raw, subject)?.methodResponses?.[subject.status] ?? null;
    case 'integration':
      return methodOf(raw, subject)?.methodIntegration ?? null;
    case 'integration-response':
      return methodOf(raw, subject)?.methodIntegration?.integrationResponses?.[subject.status] ?? null;
    case 'authorizer':
      return raw.authorizers?.find((one) => one.name === subject.name) ?? null;
    case 'model':
      return raw.models?.find((one) => one.name === subject.name) ?? null;
    case 'validator':
      return raw.validators?.find((one) => one.name === subject.name) ?? null;
    case 'gateway-response':
      return raw.gatewayResponses?.find((one) => one.responseType === subject.type) ?? null;
    case 'stage':
      return raw.stages?.find((one) => one.stageName === subject.name) ?? null;
  }
}

function resourceOf(raw: RawGateway, path: string) {
  return raw.resources?.find((one) => one.path === path) ?? null;
}

function methodOf(raw: RawGateway, { path, verb }: { path: string; verb: string }) {
  return resourceOf(raw, path)?.resourceMethods?.[verb] ?? null;
}
