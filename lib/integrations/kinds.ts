import type { z } from 'zod';
import type { Integration, Method } from '@/lib/gateway/model';
import type { AwsOtherValues } from './aws-other';
import type { HttpValues } from './http';
import type { LambdaValues } from './lambda';
import type { MockValues } from './mock';
import type { S3Values } from './s3';
import type { StepFunctionsValues } from './step-functions';
import type { VpcLinkValues } from './vpc-link';

/** What an operator chooses between; AWS's own types are in `lib/gateway/model`. */
export const integrationKinds = ['http', 'vpc-link', 'lambda', 'step-functions', 's3', 'mock', 'aws-other'] as const;
export type IntegrationKind = (typeof integrationKinds)[number];

/** What the form of each kind asks for. */
export interface IntegrationValues {
  http: HttpValues;
  'vpc-link': VpcLinkValues;
  lambda: LambdaValues;
  'step-functions': StepFunctionsValues;
  s3: S3Values;
  mock: MockValues;
  'aws-other': AwsOtherValues;
}

/** One kind of integration: its form, and the way between the form and a method. All functions are pure. */
export interface IntegrationForm<Values> {
  title: string;
  sentence: string;
  /** Lucide's name. */
  icon: 'globe' | 'network' | 'zap' | 'workflow' | 'database' | 'flask-conical' | 'cloud';
  /** Its sentences stand at the form's fields. */
  schema: z.ZodType<Values>;
  /** The empty form. `region` is the gateway's, for the kinds that ask for one. */
  empty(region?: string): Values;
  /**
   * The form of a method. Null when the method has no integration, or has things that the form would lose: then
   * `toMethod(method, values)` would not give the method back. Such an integration is edited with the form of `aws-other`.
   */
  fromIntegration(method: Method): Values | null;
  /**
   * The method with this integration. What the form doesn't ask for stays, unless the kind of the integration changes: then
   * timeout and cache settings stay and the rest begins anew.
   *
   * @param values may be half typed; what `schema` accepts is read back by `fromIntegration` unchanged
   * @param path the route's: only its own path variables are mapped to `{name}` of the new URI
   */
  toMethod(method: Method, values: Values, path: string): Method;
  /** For lists: `orders.example.com/orders`. */
  summary(integration: Integration): string;
  /** All that a search for the back end may look for. */
  target(integration: Integration): string;
}
