import type { Finding } from './finding';
import { finding, type Rule } from './rule';

const invocation = /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/.+\/invocations$/;

/** Authorizers that AWS takes: facts 04, 4.10. */
export const authorizers: Rule = ({ snapshot }) =>
  Object.entries(snapshot.authorizers).flatMap(([name, { type, providerArns, uri }]): Finding[] => {
    const subject = { kind: 'authorizer', name } as const;
    if (type === 'COGNITO_USER_POOLS') {
      if (providerArns.length > 0) return [];
      return [finding('invalid-authorizer', 'error', subject, 'it has no user pool.', 'Enter the ARN of a user pool.')];
    }
    if (invocation.test(uri ?? '')) return [];
    const fix = 'It is arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations.';
    return [
      finding('invalid-authorizer', 'error', subject, 'its Lambda function is not given as API Gateway wants it.', fix),
    ];
  });
