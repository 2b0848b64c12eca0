import type { WireRequest } from '../protocol/wire';
import type { Service } from '../service';
import { acm } from './acm/acm';
import { apiGateway } from './api-gateway/api-gateway';
import { lambda } from './lambda/lambda';
import { route53 } from './route-53/route-53';
import { sts } from './sts/sts';

export const services: Service[] = [apiGateway, route53, acm, lambda, sts];

/** Which service an unsigned request was meant for: only its own words for the refusal depend on it. */
export function serviceByPath(request: WireRequest): Service {
  if (request.headers['x-amz-target']) return acm;
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return sts;
  if (request.path.startsWith('/2015-03-31/functions')) return lambda;
  return request.path.startsWith('/2013-04-01/') ? route53 : apiGateway;
}
