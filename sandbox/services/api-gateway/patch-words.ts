import { badRequest } from './refusals';

/** What was asked for. */
export interface RefusedPatch {
  op: string;
  path: string | undefined;
  from: string | undefined;
}

/** How a kind of resource refuses what it doesn't let one patch; AWS has several ways (facts 06). */
export interface PatchWords {
  unknownPath(patch: RefusedPatch): Error;
  wrongOp(patch: RefusedPatch, ops: string[]): Error;
}

/** RestApi, Method, MethodResponse, Integration, IntegrationResponse, Authorizer, Account. */
export const plainWords: PatchWords = {
  unknownPath: ({ path }) => badRequest(`Invalid patch path ${path ?? 'null'}`),
  wrongOp: (_patch, ops) => badRequest(`Invalid patch operation specified. Must be one of: [${ops.join(', ')}]`),
};

/** GatewayResponse: a path that knows another operation is as unknown as any. */
export const blindWords: PatchWords = {
  unknownPath: plainWords.unknownPath,
  wrongOp: plainWords.unknownPath,
};

/** Resource, Model, RequestValidator, Deployment, VpcLink: `replace` is all they know, so the operation is looked at first. */
export function listedWords(paths: string[]): PatchWords {
  const refuse = ({ path, op }: RefusedPatch) =>
    badRequest(
      `Invalid patch path  '${path ?? 'null'}' specified for op '${op}'. ${
        op === 'replace' ? `Must be one of: [${paths.join(', ')}]` : 'Please choose supported operations'
      }`,
    );
  return { unknownPath: refuse, wrongOp: refuse };
}
