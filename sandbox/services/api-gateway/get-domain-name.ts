import type { GetDomainNameCommandInput, GetDomainNameCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findDomainName } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetDomainName.html */
export function getDomainName(context: Context, input: GetDomainNameCommandInput): Answer<GetDomainNameCommandOutput> {
  return findDomainName(context, input.domainName);
}
