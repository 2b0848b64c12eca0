import { badRequest } from './refusals';

/** How a kind of resource refuses what it doesn't let one patch; AWS has several ways (facts 06). */
export interface PatchWords {
  unknownPath(path: string | undefined, op: string): Error;
  wrongOp(path: string, op: string, ops: string[]): Error;
}

/** RestApi, Method, MethodResponse, Integration, IntegrationResponse, Authorizer, Account. */
export const plainWords: PatchWords = {
  unknownPath: (path) => badRequest(`Invalid patch path ${path ?? 'null'}`),
  wrongOp: (_path, _op, ops) => badRequest(`Invalid patch operation specified. Must be one of: [${ops.join(', ')}]`),
};

/** GatewayResponse: a path that knows another operation is as unknown as any. */
export const blindWords: PatchWords = {
  unknownPath: plainWords.unknownPath,
  wrongOp: (path) => plainWords.unknownPath(path, ''),
};

/** Resource, Model, RequestValidator, Deployment, VpcLink: `replace` is all they know, so the operation is looked at first. */
export function listedWords(paths: string[]): PatchWords {
  const refuse = (path: string | undefined, op: string) =>
    badRequest(
      `Invalid patch path  '${path ?? 'null'}' specified for op '${op}'. ${
        op === 'replace' ? `Must be one of: [${paths.join(', ')}]` : 'Please choose supported operations'
      }`,
    );
  return { unknownPath: refuse, wrongOp: refuse };
}
