import 'server-only';
import { explain, notFound, type Row, soon, tryLater } from './explain';
import { routeErrors } from './route-errors';

/** Somebody answered in AWS's place. */
export const foreignAnswer = explain(
  'unreachable',
  'What answers at the AWS endpoint is not AWS, for example the error page of a proxy.',
  'Check the proxy between here and AWS, and AWS_ENDPOINT_URL.',
  { retryable: true },
);
export const serverTrouble = explain('unavailable', 'AWS has an internal problem.', tryLater, soon);
export const unknownAnswer = explain(
  'unknown',
  'AWS refused for a reason that Gatehouse does not know.',
  'Look up the reference in the log.',
);
export const noCredentials = explain(
  'denied',
  'There are no AWS credentials to sign calls with.',
  'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or give the machine a role.',
);

export const roleRefused = explain(
  'denied',
  'AWS does not let Gatehouse assume its role.',
  "Compare GATEHOUSE_AWS_ROLE_ARN and GATEHOUSE_AWS_EXTERNAL_ID with the role's trust policy; the identity that Gatehouse starts with needs sts:AssumeRole on the role.",
);

const throttled = explain('throttled', 'AWS refused because too many calls came in a short time.', tryLater, soon);

/** What AWS's errors mean. The first row that fits wins, so special rows stand before general ones. */
export const errorTable: readonly Row[] = [
  // Rates. LimitExceededException is no rate: it is a quota of resources, and repeating the call is useless.
  {
    code: /^(TooManyRequestsException|Throttling|ThrottlingException|ThrottledException|RequestThrottled(Exception)?|RequestLimitExceeded|SlowDown)$/,
    explanation: throttled,
  },
  {
    code: /^PriorRequestNotComplete$/,
    explanation: explain('throttled', 'Route 53 is still busy with an earlier change of this zone.', tryLater, soon),
  },

  // Credentials and permissions
  {
    code: /^(ExpiredToken(Exception)?|ExpiredTokenException)$/,
    explanation: explain('denied', 'The AWS credentials have expired.', 'Renew them and restart Gatehouse.'),
  },
  {
    code: /^(InvalidSignatureException|SignatureDoesNotMatch)$/,
    message: /expired|not yet current/i,
    explanation: explain('denied', "This machine's clock differs too much from AWS's.", 'Correct the clock.'),
  },
  {
    code: /^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|IncompleteSignature(Exception)?|MissingAuthenticationToken(Exception)?|InvalidAccessKeyId|AuthFailure)$/,
    explanation: explain('denied', 'AWS does not accept the credentials.', 'Correct the AWS credentials.'),
  },
  {
    code: /^(AccessDenied(Exception)?|UnauthorizedException|NotAuthorized|OptInRequired)$/,
    explanation: explain(
      'denied',
      'The AWS credentials lack the permission for this call.',
      'Add the permission that AWS names to the role or user of Gatehouse.',
    ),
  },

  // ACM
  {
    service: 'acm',
    code: /^LimitExceededException$/,
    message: /too many domains/i,
    explanation: explain(
      'limit',
      'The certificate would cover more names than the ACM quota allows.',
      'Cover fewer names, or ask AWS to raise the quota of domain names per certificate.',
    ),
  },
  {
    service: 'acm',
    code: /^LimitExceededException$/,
    explanation: explain(
      'limit',
      "The account's quota of ACM certificates is used up.",
      'Use an existing certificate, or ask AWS to raise the quota.',
    ),
  },
  {
    service: 'acm',
    code: /^ResourceInUseException$/,
    explanation: explain(
      'in-use',
      'The certificate is still in use.',
      'Wait: after a custom domain name is deleted, AWS may need minutes to release it.',
      soon,
    ),
  },
  {
    service: 'acm',
    code: /^RequestInProgressException$/,
    explanation: explain('not-ready', 'The certificate is not issued yet.', 'Wait until it is issued.', soon),
  },
  { service: 'acm', code: /^ResourceNotFoundException$/, explanation: notFound('The certificate') },
  {
    service: 'acm',
    code: /^InvalidDomainValidationOptionsException$/,
    explanation: explain('invalid', 'ACM refused the domain that was to prove ownership.', 'Correct the hostname.'),
  },
  {
    service: 'acm',
    code: /^(TagPolicyException|InvalidTagException|TooManyTagsException)$/,
    explanation: explain(
      'invalid',
      'AWS refused the tags of the certificate.',
      "Check the organization's tag policy and the slug and name of the tenant.",
    ),
  },
  {
    service: 'acm',
    code: /^ConflictException$/,
    explanation: explain('conflict', 'ACM is busy with another change of this certificate.', tryLater, soon),
  },

  // Route 53
  { service: 'route53', code: /^NoSuchHostedZone$/, explanation: notFound('The hosted zone') },
  { service: 'route53', code: /^NoSuchChange$/, explanation: notFound('The Route 53 change') },
  {
    service: 'route53',
    code: /^InvalidChangeBatch$/,
    message: /already exists|conflicts? (with other|ing)|conflicting RRSet/i,
    explanation: explain(
      'conflict',
      'The zone already holds a record that excludes the new one.',
      'Remove the other record, or choose another hostname.',
    ),
  },
  {
    service: 'route53',
    code: /^InvalidChangeBatch$/,
    message: /but it was not found|do not match the current values/i,
    explanation: explain('conflict', 'The record was changed or removed meanwhile.', 'Refresh and decide again.'),
  },
  {
    service: 'route53',
    code: /^InvalidChangeBatch$/,
    message: /alias target name does not lie within|target was not found/i,
    explanation: explain(
      'invalid',
      'Route 53 does not accept the target of the alias record.',
      'Check region and target of the custom domain name.',
    ),
  },
  {
    service: 'route53',
    code: /^InvalidChangeBatch$/,
    message: /not permitted at apex/i,
    explanation: explain('invalid', "A CNAME can't stand at the apex of a zone.", 'Use an alias record there.'),
  },
  {
    service: 'route53',
    code: /^InvalidChangeBatch$/,
    message: /is not permitted in zone/i,
    explanation: explain(
      'invalid',
      'The name does not belong to the hosted zone.',
      'Choose the zone that holds the hostname.',
    ),
  },
  {
    service: 'route53',
    code: /^(InvalidChangeBatch|InvalidInput|MalformedInput|InvalidDomainName)$/,
    explanation: explain('invalid', 'Route 53 refused the records.', "See AWS's words in the details."),
  },
  {
    service: 'route53',
    code: /^LimitExceeded(Exception)?$/,
    explanation: explain('limit', 'A Route 53 quota is used up.', 'Ask AWS to raise the quota.'),
  },

  // API Gateway: custom domain names
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /domain name you provided already exists/i,
    explanation: explain(
      'conflict',
      'API Gateway already has this custom domain name, perhaps in another account or region.',
      'Choose another hostname, or delete the custom domain name there.',
    ),
  },
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /already associated with|incorrectly configured DNS record|CNAMEAlreadyExists/i,
    explanation: explain(
      'conflict',
      'The hostname already belongs to a CloudFront distribution.',
      'Remove it there, or choose another hostname.',
    ),
  },
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /not yet issued/i,
    explanation: explain('not-ready', 'The certificate is not issued yet.', 'Wait until it is issued.', soon),
  },
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /certificate ARN|certificate provided|Cannot import certificates|certificate was not provided/i,
    explanation: explain(
      'invalid',
      'API Gateway refused the certificate.',
      'Choose one that is issued, in the region of the gateway and in this account, and that covers the hostname.',
    ),
  },
  {
    service: 'apigateway',
    code: /^NotFoundException$/,
    message: /domain name identifier/i,
    explanation: notFound('The custom domain name'),
  },

  // API Gateway: mappings
  {
    service: 'apigateway',
    code: /^ConflictException$/,
    message: /base path/i,
    explanation: explain(
      'conflict',
      'The custom domain name already has a mapping for this base path.',
      'Choose another base path, or change the existing mapping.',
    ),
  },
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /slash character/i,
    explanation: explain(
      'invalid',
      'A base path must be a single path segment.',
      'Remove the slash from the base path.',
    ),
  },
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /Invalid stage identifier/i,
    explanation: explain(
      'invalid',
      'The stage does not exist on the gateway.',
      'Choose a stage that exists; a new one may take a moment to appear.',
      { retryable: true },
    ),
  },
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /Invalid REST API identifier/i,
    explanation: explain(
      'invalid',
      'The gateway does not exist on AWS.',
      'Check GATEHOUSE_REST_API_ID and the region.',
    ),
  },
  {
    service: 'apigateway',
    code: /^NotFoundException$/,
    message: /mapping identifier/i,
    explanation: notFound('The mapping'),
  },
  {
    service: 'apigateway',
    code: /^NotFoundException$/,
    message: /API identifier/i,
    explanation: notFound('The gateway'),
  },
  {
    service: 'apigateway',
    code: /^BadRequestException$/,
    message: /remove all (base path|API) mappings/i,
    explanation: explain('in-use', 'Mappings still refer to it.', 'Remove the mappings first.'),
  },

  ...routeErrors,

  // API Gateway: the rest
  {
    service: 'apigateway',
    code: /^ConflictException$/,
    message: /try again later|concurrent modification/i,
    explanation: explain('conflict', 'API Gateway is busy with another change.', tryLater, soon),
  },
  {
    service: 'apigateway',
    code: /^LimitExceededException$/,
    explanation: explain(
      'limit',
      'An API Gateway quota is used up.',
      'Remove what is not needed, or ask AWS to raise the quota.',
    ),
  },

  // By code alone
  { code: /^NotFoundException$/, explanation: notFound('The resource') },
  {
    code: /^(ConflictException|HostedZoneAlreadyExists)$/,
    explanation: explain('conflict', 'AWS has something else under this name.', "See AWS's words in the details."),
  },
  {
    code: /^(BadRequestException|ValidationException|SerializationException|InvalidParameterException|InvalidArnException|InvalidInput|InvalidArgsException|InvalidStateException)$/,
    explanation: explain('invalid', 'AWS refused the input.', "See AWS's words in the details."),
  },
  {
    code: /^(NotImplemented(Exception)?|UnknownOperationException|UnsupportedOperation(Exception)?)$/,
    explanation: explain(
      'invalid',
      'The AWS endpoint does not know this operation.',
      'Use an endpoint that supports it.',
    ),
  },
  {
    code: /^(ServiceUnavailable(Exception)?|InternalFailure|InternalError|InternalServerError|InternalServiceError|ServiceFailure)$/,
    explanation: serverTrouble,
  },
];
