import 'server-only';
import { TestInvokeMethodCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { slowestTimeoutMs } from '../patience';
import { addressed, type MethodAddress } from './method-address';

export interface TestRequest {
  /** `/orders/7?verbose=1`; path variables are read from it. */
  pathWithQuery: string;
  /** Values by name, in order. */
  headers: Record<string, string[]>;
  body: string | null;
  stageVariables: Record<string, string>;
}

export interface TestAnswer {
  /** HTTP status that a client would get. */
  status: number;
  headers: Record<string, string[]>;
  body: string;
  latencyMs: number;
  /** The execution log, a line a step. */
  log: string;
}

/**
 * Runs a method of the working copy as if a request had come, without authorization, API key and throttling. It really calls the back
 * end, so it is never repeated; it may take as long as the integration's timeout.
 *
 * @throws AwsError `not-found` when there is no such method; `unreachable` when no answer came in 35 s
 */
export async function testInvokeMethod(aws: Aws, at: MethodAddress, request: TestRequest): Promise<TestAnswer> {
  const command = new TestInvokeMethodCommand({
    ...addressed(at),
    pathWithQueryString: request.pathWithQuery,
    multiValueHeaders: request.headers,
    body: request.body ?? undefined,
    stageVariables: request.stageVariables,
  });
  const answer = await aws.apiGateway.send(command, { requestTimeout: slowestTimeoutMs });
  const single = Object.entries(answer.headers ?? {}).map(([name, value]): [string, string[]] => [name, [value]]);
  return {
    status: answer.status ?? 0,
    headers: answer.multiValueHeaders ?? Object.fromEntries(single),
    body: answer.body ?? '',
    latencyMs: answer.latency ?? 0,
    log: answer.log ?? '',
  };
}
