import { z } from 'zod';
import type { AuthorizerContext } from '../gateway-call';
import { matchesWildcards } from '../matches-wildcards';

const oneOrMany = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const answer = z.object({
  principalId: z.union([z.string(), z.number()]),
  policyDocument: z.object({
    Statement: z
      .union([z.array(z.unknown()), z.looseObject({})])
      .transform((value) => [value].flat())
      .pipe(z.array(z.object({ Effect: z.enum(['Allow', 'Deny']), Action: oneOrMany, Resource: oneOrMany }))),
  }),
  // AWS takes plain values only.
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
  usageIdentifierKey: z.string().nullish(),
});

type Statement = z.infer<typeof answer>['policyDocument']['Statement'][number];

/** What a Lambda authorizer answered. */
export interface AuthorizerVerdict {
  /** The policy document as it was answered. */
  policy: unknown;
  statements: Statement[];
  context: AuthorizerContext;
  apiKey: string | undefined;
}

/** `undefined` for what isn't an authorizer's answer. */
export function readVerdict(value: unknown): AuthorizerVerdict | undefined {
  const { success, data } = answer.safeParse(value);
  if (!success) return undefined;
  const context = Object.entries(data.context ?? {}).map(([key, each]) => [key, String(each)] as const);
  return {
    policy: (value as { policyDocument: unknown }).policyDocument,
    statements: data.policyDocument.Statement,
    context: { ...Object.fromEntries(context), principalId: String(data.principalId) },
    apiKey: data.usageIdentifierKey ?? undefined,
  };
}

/** IAM's rule: a deny that fits wins, then an allow that fits. */
export function decide(statements: Statement[], methodArn: string): 'allow' | 'deny' | 'none' {
  const fitting = statements.filter(
    ({ Action, Resource }) =>
      Action.some((action) => matchesWildcards(action.toLowerCase(), 'execute-api:invoke')) &&
      Resource.some((resource) => matchesWildcards(resource, methodArn)),
  );
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'deny';
  return fitting.length > 0 ? 'allow' : 'none';
}
