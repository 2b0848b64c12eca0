import { nearestWord } from './nearest-word';

/** A field of `context.…` in mappings and `$context.…` in templates. */
export interface ContextField {
  name: string;
  sentence: string;
  example: string;
  /** `error`: has a value in gateway responses only; `log`: access logs know it, mappings don't. */
  where: 'everywhere' | 'error' | 'log';
}

type Row = [name: string, sentence: string, example: string];

const everywhere: Row[] = [
  ['domainName', 'The host name that the client called: which tenant this is.', 'shop.example.com'],
  ['domainPrefix', 'The first label of the host name that the client called.', 'shop'],
  ['requestId', "API Gateway's id of this request; also in the answer as x-amzn-RequestId.", 'c6af9ac6-7b61-11e6'],
  ['extendedRequestId', 'A second id of the request; also in the answer as x-amz-apigw-id.', 'JKJaXmPLvHcESHA='],
  ['stage', 'The stage that serves the request.', 'prod'],
  ['path', 'The path that the client called, with base path or stage.', '/orders/42'],
  ['resourcePath', 'The path of the resource that matched.', '/orders/{id}'],
  ['resourceId', "AWS's id of that resource.", 'a1b2c3'],
  ['httpMethod', "The client's HTTP method.", 'GET'],
  ['protocol', "The client's protocol.", 'HTTP/1.1'],
  ['identity.sourceIp', "The client's IP address.", '198.51.100.7'],
  ['identity.userAgent', "The client's User-Agent header.", 'curl/8.5.0'],
  ['requestTime', 'When the request came, as in common log files.', '22/Nov/2026:12:34:56 +0000'],
  ['requestTimeEpoch', 'When the request came, in ms since 1970.', '1795350896000'],
  ['accountId', 'The AWS account of the gateway.', '123456789012'],
  ['apiId', 'The id of the gateway.', 'abc123def4'],
  ['deploymentId', 'The deployment that the stage serves.', 'd4e5f6'],
  ['awsEndpointRequestId', "The AWS service's own id of the request.", '0f1e2d3c'],
  ['isCanaryRequest', 'Whether the canary served it.', 'false'],
  ['authorizer.principalId', 'Who it is, as the authorizer says.', 'user-42'],
  ['identity.accountId', 'The AWS account of a signed request.', '123456789012'],
  ['identity.apiKey', 'The API key of the request.', '(a secret)'],
  ['identity.apiKeyId', 'The id of the API key of the request.', 'k1l2m3'],
  ['identity.caller', 'Who signed the request.', 'AIDAEXAMPLE'],
  ['identity.cognitoAuthenticationProvider', 'The Cognito providers that the caller used.', 'cognito-idp…'],
  ['identity.cognitoAuthenticationType', 'Whether the Cognito caller signed in.', 'authenticated'],
  ['identity.cognitoIdentityId', "The caller's Cognito identity.", 'us-east-1:1234'],
  ['identity.cognitoIdentityPoolId', "The caller's Cognito identity pool.", 'us-east-1:5678'],
  ['identity.principalOrgId', "The caller's AWS organisation.", 'o-a1b2c3'],
  ['identity.clientCert.clientCertPem', "The client's certificate, with mutual TLS.", '-----BEGIN CERTIFICATE-----'],
  ['identity.clientCert.subjectDN', "The client certificate's subject.", 'CN=client'],
  ['identity.clientCert.issuerDN', "The client certificate's issuer.", 'CN=issuer'],
  ['identity.clientCert.serialNumber', "The client certificate's serial number.", '1'],
  ['identity.clientCert.validity.notBefore', 'From when the client certificate is valid.', 'Nov 22 12:00:00 2026 GMT'],
  ['identity.clientCert.validity.notAfter', 'Until when the client certificate is valid.', 'Nov 22 12:00:00 2027 GMT'],
  ['identity.user', 'The user who signed the request.', 'AIDAEXAMPLE'],
  ['identity.userArn', 'The ARN of the user who signed the request.', 'arn:aws:iam::123456789012:user/client'],
  ['identity.vpcId', 'The VPC of a request to a private API.', 'vpc-1a2b3c'],
  ['identity.vpceId', 'The VPC endpoint of a request to a private API.', 'vpce-1a2b3c'],
  ['wafResponseCode', 'What the firewall said.', 'WAF_ALLOW'],
  ['webaclArn', 'The ARN of the firewall rules.', 'arn:aws:wafv2:…'],
  ['xrayTraceId', 'The X-Ray trace of the request.', '1-5f84c7a1-0123456789abcdef01234567'],
];

const error: Row[] = [
  ['error.message', 'Why API Gateway refused the request.', 'Forbidden'],
  ['error.messageString', 'The same, quoted for JSON.', '"Forbidden"'],
  ['error.responseType', 'The type of the gateway response.', 'ACCESS_DENIED'],
  ['error.validationErrorString', 'What the request validator found.', '[object has missing required properties]'],
];

const log: Row[] = [
  ['customDomain.basePathMatched', 'The base path that matched.', 'orders'],
  ['integration.status', "The back end's status.", '200'],
  ['integration.latency', 'How long the back end took, in ms.', '31'],
  ['integration.error', 'What failed at the integration.', ''],
  ['integration.requestId', "The back end's id of the request.", ''],
  ['integrationErrorMessage', 'What failed at the integration.', ''],
  ['integrationLatency', 'How long the back end took, in ms.', '31'],
  ['integrationStatus', "A Lambda function's status.", '200'],
  ['responseLatency', 'How long the answer took, in ms.', '35'],
  ['responseLength', 'Bytes of the answer.', '512'],
  ['status', 'The status of the answer.', '200'],
];

const toFields = (where: ContextField['where']) => (rows: Row[]) =>
  rows.map(([name, sentence, example]): ContextField => ({ name, sentence, example, where }));

/** All fields, those that people want most first. `authorizer.NAME` and `authorizer.claims.NAME` exist for any name. */
export const contextFields: readonly ContextField[] = [
  ...toFields('everywhere')(everywhere),
  ...toFields('error')(error),
  ...toFields('log')(log),
];

const byName = new Map(contextFields.map((field) => [field.name, field]));

/** The field of that name, null for one that AWS doesn't know. */
export function contextField(name: string): ContextField | null {
  const known = byName.get(name);
  if (known) return known;
  const [, claim, own] = /^authorizer\.(?:claims\.(.+)|(.+))$/.exec(name) ?? [];
  if (claim !== undefined) {
    return { name, sentence: `The claim ${claim} of the client's token.`, example: '', where: 'everywhere' };
  }
  if (own === undefined) return null;
  return { name, sentence: `What the authorizer returned as ${own}.`, example: '', where: 'everywhere' };
}

/** The field that somebody probably meant: `requestid`, `sourceIp` and `identity.sourceip` all have one. */
export function suggestContextField(name: string): string | null {
  const names = contextFields.filter(({ where }) => where !== 'log').map((field) => field.name);
  const lower = name.toLowerCase();
  const ending = names.find((each) => each.toLowerCase().endsWith(`.${lower}`));
  const beginning = lower.length < 4 ? undefined : names.find((each) => each.toLowerCase().startsWith(lower));
  return ending ?? nearestWord(name, names) ?? beginning ?? null;
}
