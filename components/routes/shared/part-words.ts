import type { SubjectValues } from '@/lib/gateway/subjects';
import type { SharedKind } from '@/lib/routes/model';

interface Words<Value> {
  /** In a sentence: "New request validator". */
  one: string;
  title: string;
  /** What it is for. */
  description: string;
  none: string;
  summary: (value: Value) => string;
}

const authorizerWords = { TOKEN: 'token to', REQUEST: 'request to', COGNITO_USER_POOLS: 'Cognito' };

/** How each shared part is called and told in a line. */
export const partWords: { [Kind in SharedKind]: Words<SubjectValues[Kind]> } = {
  authorizer: {
    one: 'authorizer',
    title: 'Authorizers',
    description: 'Who decides whether a caller may pass. Routes choose theirs under Method.',
    none: 'No authorizer. Routes are open to anybody, or signed by AWS IAM.',
    summary: ({ type, uri, providerArns, identitySource }) =>
      [
        type === 'COGNITO_USER_POOLS'
          ? `Cognito: ${providerArns.map((arn) => arn.split('/').at(-1)).join(', ')}`
          : `${authorizerWords[type]} ${/function:([^/]+)\/invocations/.exec(uri ?? '')?.[1] ?? uri ?? 'nothing'}`,
        ...(identitySource ? [`from ${identitySource.replaceAll('method.request.', '')}`] : []),
      ].join(', '),
  },
  validator: {
    one: 'request validator',
    title: 'Request validators',
    description: 'What a request is checked for before it goes on.',
    none: 'No request validator. Nothing is checked.',
    summary: ({ validateBody, validateParameters }) =>
      [validateBody ? 'body' : null, validateParameters ? 'parameters' : null].filter(Boolean).join(' and ') ||
      'nothing',
  },
  model: {
    one: 'model',
    title: 'Models',
    description: 'JSON schemas of bodies, for validators and generated clients.',
    none: 'No model.',
    summary: ({ contentType, description }) => [contentType, description].filter(Boolean).join(', '),
  },
  'gateway-response': {
    one: 'gateway response',
    title: 'Gateway responses',
    description: "How API Gateway's own errors look to clients, of all routes.",
    none: 'None is changed: errors look as AWS makes them.',
    summary: ({ status, parameters, templates }) =>
      [
        ...(status ? [`status ${status}`] : []),
        ...Object.keys(parameters).map((key) => key.split('.').slice(2).join('.')),
        ...(Object.keys(templates).length > 0 ? ['own body'] : []),
      ].join(', ') || 'as AWS makes it',
  },
};
