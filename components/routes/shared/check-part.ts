import { parseJson } from '@/lib/gateway/canonicalise/json-text';
import type { SubjectValues } from '@/lib/gateway/subjects';
import type { SharedKind } from '@/lib/routes/model';

type Problems = Record<string, string>;

/** Sentences by field of a shared part, and under `name`; none when it can be saved. Pure. */
export function checkPart<Kind extends SharedKind>(kind: Kind, name: string, value: SubjectValues[Kind]): Problems {
  const problems: Problems = {};
  if (kind === 'model' && !/^[A-Za-z0-9]+$/.test(name)) problems.name = 'Letters and digits only.';
  if (name.trim() === '') problems.name = 'Enter a name.';
  return { ...problems, ...checks[kind](value) };
}

const checks: { [Kind in SharedKind]: (value: SubjectValues[Kind]) => Problems } = {
  authorizer: ({ type, uri, providerArns, identitySource, resultTtl }) => ({
    ...(type === 'COGNITO_USER_POOLS'
      ? providerArns.every((arn) => /^arn:aws[a-z-]*:cognito-idp:/.test(arn)) && providerArns.length > 0
        ? {}
        : { providerArns: 'At least one ARN of a user pool: arn:aws:cognito-idp:…' }
      : uri?.startsWith('arn:')
        ? {}
        : { uri: 'Enter the ARN of the function.' }),
    ...(identitySource === null && (type !== 'REQUEST' || resultTtl > 0)
      ? { identitySource: 'Enter what it looks at: method.request.header.Authorization.' }
      : {}),
    ...(Number.isInteger(resultTtl) && resultTtl >= 0 && resultTtl <= 3600
      ? {}
      : { resultTtl: 'From 0 to 3600 seconds.' }),
  }),
  validator: () => ({}),
  model: ({ contentType, schema }) => ({
    ...(/^[\w.+-]+\/[\w.+*-]+$/.test(contentType) ? {} : { contentType: 'A content type such as application/json.' }),
    ...(schema === null || parseJson(schema) !== undefined ? {} : { schema: 'This is not JSON.' }),
  }),
  'gateway-response': ({ status, parameters }) => ({
    ...(status === null || /^[1-5]\d\d$/.test(status) ? {} : { status: 'A status from 100 to 599.' }),
    ...(Object.values(parameters).every((text) => text !== '')
      ? {}
      : { parameters: "A header needs what it holds, a constant in single quotes: X-Frame-Options: 'DENY'" }),
  }),
};
