import type { AwsUri } from '../aws-uri';
import type { GatewayCall } from '../gateway-call';
import type { HeaderList } from '../header-list';
import type { IntegrationAnswer } from '../integration-answer';
import type { IntegrationTools } from './integration';

/** A call of an AWS service, mappings and template applied. */
export interface AwsRequest {
  target: AwsUri;
  verb: string;
  headers: HeaderList;
  query: HeaderList;
  body: Buffer;
}

export type AskService = (
  request: AwsRequest,
  call: GatewayCall,
  tools: IntegrationTools,
) => Promise<IntegrationAnswer>;
