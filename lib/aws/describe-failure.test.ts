import { describe, expect, test } from 'vitest';
import { describeFailure } from './describe-failure';
import type { AwsErrorKind } from './errors';
import type { Service } from './quotas';

function sdkError(code: string, message: string, status = 400, more: object = {}): Error {
  const error = Object.assign(new Error(message), {
    $metadata: { httpStatusCode: status, requestId: 'r-1' },
    $response: {},
    ...more,
  });
  error.name = code;
  return error;
}

/** Messages as AWS really words them. */
const rows: [Service, string, string, string, number, AwsErrorKind, boolean][] = [
  [
    'apigateway',
    'CreateDomainName',
    'BadRequestException',
    'The domain name you provided already exists.',
    400,
    'conflict',
    false,
  ],
  [
    'apigateway',
    'CreateDomainName',
    'BadRequestException',
    'The domain name you provided is already associated with an existing CloudFront distribution. Remove the domain name from the existing CloudFront distribution or use a different domain name.',
    400,
    'conflict',
    false,
  ],
  [
    'apigateway',
    'CreateDomainName',
    'BadRequestException',
    "Invalid certificate ARN: arn:x. Certificate must be in 'us-east-1'.",
    400,
    'invalid',
    false,
  ],
  [
    'apigateway',
    'CreateDomainName',
    'BadRequestException',
    'The certificate provided must be owned by the account creating the domain.',
    400,
    'invalid',
    false,
  ],
  [
    'apigateway',
    'CreateDomainName',
    'BadRequestException',
    'Certificate arn:x in account 123456789012 not yet issued (Service: AWSCertificateManager; Status Code: 400; Error Code: RequestInProgressException)',
    400,
    'not-ready',
    true,
  ],
  [
    'apigateway',
    'GetDomainName',
    'NotFoundException',
    'Invalid domain name identifier specified',
    404,
    'not-found',
    false,
  ],
  [
    'apigateway',
    'CreateBasePathMapping',
    'ConflictException',
    'Base path already exists for this domain name',
    409,
    'conflict',
    false,
  ],
  [
    'apigateway',
    'CreateBasePathMapping',
    'BadRequestException',
    'Invalid stage identifier specified',
    400,
    'invalid',
    true,
  ],
  [
    'apigateway',
    'DeleteBasePathMapping',
    'NotFoundException',
    'Invalid base path mapping identifier specified',
    404,
    'not-found',
    false,
  ],
  [
    'apigateway',
    'GetResources',
    'NotFoundException',
    'Invalid API identifier specified 123456789012:abc',
    404,
    'not-found',
    false,
  ],
  [
    'apigateway',
    'UpdateDomainName',
    'ConflictException',
    'Unable to complete operation due to concurrent modification. Please try again later.',
    409,
    'conflict',
    true,
  ],
  ['apigateway', 'CreateDomainName', 'TooManyRequestsException', 'Too Many Requests', 429, 'throttled', true],
  [
    'apigateway',
    'CreateDomainName',
    'LimitExceededException',
    'Maximum number of custom domain names exceeded',
    429,
    'limit',
    false,
  ],
  [
    'apigateway',
    'CreateDomainName',
    'AccessDeniedException',
    'User: arn:aws:iam::1:user/x is not authorized to perform: apigateway:POST',
    403,
    'denied',
    false,
  ],
  [
    'apigateway',
    'GetDomainNames',
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    403,
    'denied',
    false,
  ],
  [
    'apigateway',
    'GetDomainNames',
    'ExpiredTokenException',
    'The security token included in the request is expired',
    403,
    'denied',
    false,
  ],
  ['route53', 'ListHostedZones', 'Throttling', 'Rate exceeded', 400, 'throttled', true],
  [
    'route53',
    'ChangeResourceRecordSets',
    'PriorRequestNotComplete',
    'The request was rejected because Route 53 was still processing a prior request.',
    400,
    'throttled',
    true,
  ],
  [
    'route53',
    'ChangeResourceRecordSets',
    'InvalidChangeBatch',
    '[RRSet of type CNAME with DNS name a.example.com. is not permitted as it conflicts with other records with the same DNS name in zone example.com.]',
    400,
    'conflict',
    false,
  ],
  [
    'route53',
    'ChangeResourceRecordSets',
    'InvalidChangeBatch',
    '[RRSet of type A with DNS name a.example.com. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone example.com.]',
    400,
    'conflict',
    false,
  ],
  [
    'route53',
    'ChangeResourceRecordSets',
    'InvalidChangeBatch',
    "[Tried to delete resource record set [name='a.example.com.', type='A'] but the values provided do not match the current values]",
    400,
    'conflict',
    false,
  ],
  [
    'route53',
    'ChangeResourceRecordSets',
    'InvalidChangeBatch',
    '[Tried to create an alias that targets d-x., type A in zone Z1, but the alias target name does not lie within the target zone]',
    400,
    'invalid',
    false,
  ],
  [
    'route53',
    'ChangeResourceRecordSets',
    'InvalidChangeBatch',
    '[RRSet with DNS name a.example.net. is not permitted in zone example.com.]',
    400,
    'invalid',
    false,
  ],
  [
    'route53',
    'ListResourceRecordSets',
    'NoSuchHostedZone',
    'No hosted zone found with ID: Z1',
    404,
    'not-found',
    false,
  ],
  ['acm', 'RequestCertificate', 'LimitExceededException', 'Certificate has too many domains.', 400, 'limit', false],
  [
    'acm',
    'DeleteCertificate',
    'ResourceInUseException',
    'Certificate arn:x in account 123456789012 is in use.',
    400,
    'in-use',
    true,
  ],
  ['acm', 'DescribeCertificate', 'ResourceNotFoundException', 'Could not find certificate', 400, 'not-found', false],
  [
    'acm',
    'RequestCertificate',
    'ValidationException',
    "1 validation error detected: Value 'x y' at 'domainName' failed to satisfy constraint",
    400,
    'invalid',
    false,
  ],
  ['acm', 'ListCertificates', 'ThrottlingException', 'Rate exceeded', 400, 'throttled', true],
  ['acm', 'ListCertificates', 'InternalFailure', 'x', 500, 'unavailable', true],
  ['acm', 'ListCertificates', 'SomethingNew', 'x', 400, 'unknown', false],
  ['acm', 'ListCertificates', 'SomethingNew', 'x', 500, 'unavailable', true],
];

test.each(rows)('%s %s %s "%s"', (service, operation, code, message, status, kind, retryable) => {
  const failure = describeFailure(sdkError(code, message, status), service, operation);
  expect(failure).toMatchObject({ kind, retryable, status, requestId: 'r-1', awsCode: code });
  expect(failure.sentence).toMatch(/^[A-Z].*\.$/);
  expect(failure.sentence).not.toContain(message);
});

describe("AWS's own words", () => {
  test('are kept where AWS judged the input', () => {
    const failure = describeFailure(
      sdkError('BadRequestException', 'Certificate\n  must be valid'),
      'apigateway',
      'CreateDomainName',
    );
    expect(failure.awsMessage).toBe('Certificate must be valid');
  });

  test.each(['Throttling', 'InternalFailure', 'NeverSeen'])('are not kept with %s', (code) => {
    expect(describeFailure(sdkError(code, 'whatever'), 'route53', 'ListHostedZones').awsMessage).toBeNull();
  });
});

test("AWS's hint when to come back is followed", () => {
  const failure = describeFailure(
    sdkError('TooManyRequestsException', '', 429, { retryAfterSeconds: '7' }),
    'apigateway',
    'GetStages',
  );
  expect(failure.retryAfterMs).toBe(7_000);
  expect(failure.retryAtMs).toBeGreaterThan(Date.now() + 6_000);
});

test('missing credentials are named', () => {
  const error = Object.assign(new Error('Could not load credentials from any providers'), {
    name: 'CredentialsProviderError',
  });
  expect(describeFailure(error, 'acm', 'ListCertificates')).toMatchObject({
    kind: 'denied',
    sentence: 'There are no AWS credentials to sign calls with.',
  });
});

test('a bug of ours is unknown, not a story about AWS', () => {
  expect(describeFailure(new TypeError('x is not a function'), 'acm', 'ListCertificates')).toMatchObject({
    kind: 'unknown',
    awsMessage: null,
  });
});
