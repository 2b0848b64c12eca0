import 'server-only';
import * as sdk from '@aws-sdk/client-api-gateway';

/** In the SDK's schemas the first entry tells what they are of. */
const operationTag = 9;

let known: Map<string, { method: string; path: string }> | null = null;

/**
 * HTTP method and path of an operation of API Gateway, as `PUT` and `/restapis/{restApiId}/…`, from AWS's own model: its IAM permissions
 * are methods on paths.
 */
export function gatewayPath(operation: string): { method: string; path: string } {
  known ??= readPaths();
  const found = known.get(operation);
  if (!found) throw new Error(`AWS's model has no operation ${operation}`);
  return found;
}

function readPaths(): Map<string, { method: string; path: string }> {
  const paths = new Map<string, { method: string; path: string }>();
  for (const exported of Object.values(sdk) as unknown[]) {
    if (!Array.isArray(exported) || exported[0] !== operationTag) continue;
    const [, , name, traits] = exported as [9, string, string, { http?: [string, string, number] } | undefined];
    if (traits?.http) paths.set(name, { method: traits.http[0], path: traits.http[1] });
  }
  return paths;
}
