import type { Check, CheckVerdict } from '@/lib/gateway/resolve/model';

/** What a check between route and back end asks for. */
export function checkSentence(check: Check): string {
  switch (check.kind) {
    case 'authorization':
      if (check.type === 'AWS_IAM') return 'Wants a request signed with AWS credentials.';
      return `Asks the authorizer ${check.authorizer ?? 'without a name'}${check.type === 'COGNITO_USER_POOLS' ? ', a Cognito user pool' : ''}.`;
    case 'api-key':
      return 'Wants an API key.';
    case 'validation':
      if (check.missing.length > 0) return `The validator ${check.validator} misses ${check.missing.join(', ')}.`;
      return `The validator ${check.validator} looks at it${check.model === null ? '' : `, the body against the model ${check.model}`}.`;
  }
}

export const verdictWords: Record<CheckVerdict, string> = {
  passed: 'passed',
  refused: 'refused',
  unknown: 'only AWS can tell; taken as passed',
  skipped: 'skipped',
};
