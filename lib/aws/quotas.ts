import 'server-only';
import type { AwsCall } from '@/lib/audit/model';
import type { CallRates } from '@/lib/gateway/calls';
import type { PaceQuota } from './pacing';

export type Service = AwsCall['service'];

interface Rate {
  /** A call each so many ms. */
  intervalMs: number;
  /** Calls that may come at once after a pause: 1 where AWS documents none, so that no window ever holds more. */
  burst: number;
}

const every = (intervalMs: number, burst = 1): Rate => ({ intervalMs, burst });
const perSecond = (calls: number): Rate => every(1_000 / calls);

/**
 * AWS's documented control-plane rates, by account and region; none can be raised. `*` is the rate of all operations of
 * the service together, the others come on top of it.
 *
 * Sources: API Gateway, "Quotas for creating and managing APIs"; Route 53, "Quotas: API requests"; ACM, "API rate quotas";
 * Lambda, "Lambda API requests" (control plane, all operations together).
 */
const rates: Record<Service, Record<string, Rate>> = {
  apigateway: {
    '*': every(100, 40),
    CreateDomainName: every(30_000),
    UpdateDomainName: every(30_000),
    DeleteDomainName: every(30_000),
    CreateRestApi: every(30_000),
    DeleteRestApi: every(30_000),
    ImportRestApi: every(30_000),
    PutRestApi: every(1_000),
    CreateResource: perSecond(5),
    DeleteResource: perSecond(5),
    GetResources: every(400),
    CreateDeployment: every(5_000),
    CreateApiKey: perSecond(5),
    DeleteApiKey: perSecond(5),
    CreateVpcLink: every(15_000),
    DeleteVpcLink: every(30_000),
    UpdateUsagePlan: every(20_000),
    UpdateAccount: every(20_000),
    CreateDocumentationVersion: every(20_000),
    ImportDocumentationParts: every(30_000),
  },
  route53: { '*': perSecond(5) },
  acm: {
    RequestCertificate: perSecond(5),
    DescribeCertificate: perSecond(10),
    DeleteCertificate: perSecond(10),
    ListCertificates: perSecond(8),
    GetCertificate: perSecond(10),
    AddTagsToCertificate: perSecond(5),
    RemoveTagsFromCertificate: perSecond(5),
    ListTagsForCertificate: perSecond(10),
    ExportCertificate: perSecond(10),
    ImportCertificate: perSecond(1),
    RenewCertificate: perSecond(5),
    ResendValidationEmail: perSecond(1),
    UpdateCertificateOptions: perSecond(5),
  },
  lambda: { '*': perSecond(15) },
  // 600 a second, far above what a console asks.
  sts: {},
};

/**
 * AWS counts a call when it arrives, we when it leaves: two that left a whole interval apart arrive a little closer when the first was held
 * up on its way. Where a call too early costs a second or more, so much of the interval is kept for that.
 */
const roomForDelay = 1.01;

/** What the pacer keeps between two calls. */
const pacedMs = ({ intervalMs, burst }: Rate) =>
  burst === 1 && intervalMs >= 1_000 ? intervalMs * roomForDelay : intervalMs;

/** The quotas that a call counts against, the narrowest first. `owner` tells accounts, regions and endpoints apart. */
export function quotasOf(service: Service, operation: string, owner: string, scale: number): PaceQuota[] {
  return [operation, '*'].flatMap((name) => {
    const rate = rates[service][name];
    return rate ? [{ key: `${owner}/${service}/${name}`, intervalMs: pacedMs(rate) / scale, burst: rate.burst }] : [];
  });
}

/** The rates of API Gateway's operations for `plan`, `scale` times as fast as AWS documents them. */
export function gatewayRates(scale: number): CallRates {
  return (operation) => {
    const rate = rates.apigateway[operation];
    return rate ? { intervalMs: rate.intervalMs / scale, burst: rate.burst } : null;
  };
}

/** Seconds between two calls of an operation under its own quota, 0 where it has none. */
export function secondsBetween(service: Service, operation: string, scale = 1): number {
  return (rates[service][operation]?.intervalMs ?? 0) / 1_000 / scale;
}
