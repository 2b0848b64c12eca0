import type { Integration } from '@/lib/gateway/model';
import { awsOther } from './aws-other';
import { http } from './http';
import { kindOf } from './kind-of';
import type { IntegrationForm, IntegrationKind, IntegrationValues } from './kinds';
import { lambda } from './lambda';
import { mock } from './mock';
import { s3 } from './s3';
import { stepFunctions } from './step-functions';
import { vpcLink } from './vpc-link';

export { kindOf };

/** Every kind's form. A new kind: its name in `kinds.ts`, its file, a line here, its fields in `components/routes`. */
export const integrationForms: { [Kind in IntegrationKind]: IntegrationForm<IntegrationValues[Kind]> } = {
  http,
  'vpc-link': vpcLink,
  lambda,
  'step-functions': stepFunctions,
  s3,
  mock,
  'aws-other': awsOther,
};

/** One line for lists: `orders.example.com/orders`. */
export function summaryOf(integration: Integration): string {
  return integrationForms[kindOf(integration)].summary(integration);
}

/** All that a search for the back end may look for. */
export function targetOf(integration: Integration): string {
  return integrationForms[kindOf(integration)].target(integration);
}
