import type { GatewayResponseType } from '@aws-sdk/client-api-gateway';

/** Status, `x-amzn-ErrorType`, the message, and which gateway response may change it all. Source: facts 08, section 8.3. */
type FaultShape = readonly [
  status: number,
  errorType: string | null,
  message: string | null,
  responseType: GatewayResponseType | null,
];

const internalError = 'InternalServerErrorException';

/** The gateway's own refusals and failures, as clients see them. */
const faults = {
  // Before any API is known.
  forbidden: [403, 'ForbiddenException', 'Forbidden', null],
  missingAuthenticationToken: [
    403,
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
    'MISSING_AUTHENTICATION_TOKEN',
  ],
  unauthorized: [401, 'UnauthorizedException', 'Unauthorized', 'UNAUTHORIZED'],
  accessDenied: [403, 'AccessDeniedException', 'User is not authorized to access this resource', 'ACCESS_DENIED'],
  invalidApiKey: [403, 'ForbiddenException', 'Forbidden', 'INVALID_API_KEY'],
  throttled: [429, 'TooManyRequestsException', 'Too Many Requests', 'THROTTLED'],
  quotaExceeded: [429, 'LimitExceededException', 'Limit Exceeded', 'QUOTA_EXCEEDED'],
  authorizerFailure: [500, 'AuthorizerFailureException', null, 'AUTHORIZER_FAILURE'],
  authorizerConfiguration: [500, 'AuthorizerConfigurationException', null, 'AUTHORIZER_CONFIGURATION_ERROR'],
  badParameters: [400, 'BadRequestException', 'Missing required request parameters', 'BAD_REQUEST_PARAMETERS'],
  badBody: [400, 'BadRequestException', 'Invalid request body', 'BAD_REQUEST_BODY'],
  requestTooLong: [413, 'BadRequestException', 'Request Too Long', 'REQUEST_TOO_LARGE'],
  unsupportedMediaType: [415, 'BadRequestException', 'Unsupported Media Type', 'UNSUPPORTED_MEDIA_TYPE'],
  internal: [500, internalError, 'Internal server error', 'API_CONFIGURATION_ERROR'],
  badProxyAnswer: [502, internalError, 'Internal server error', 'API_CONFIGURATION_ERROR'],
  timedOut: [504, internalError, 'Endpoint request timed out', 'INTEGRATION_TIMEOUT'],
  network: [504, internalError, 'Network error communicating with endpoint', 'INTEGRATION_FAILURE'],
  // Comes from in front of the gateway: plain text and none of the gateway's headers.
  bodyTooLong: [413, null, 'HTTP content length exceeded 10485760 bytes.', null],
  headersTooLong: [431, null, 'Request header fields too large.', null],
  urlTooLong: [414, null, 'Request URI too long.', null],
} as const satisfies Record<string, FaultShape>;

export type FaultName = keyof typeof faults;

interface FaultDetails extends ErrorOptions {
  /** Instead of the usual message. */
  text?: string;
  /** `$context.error.validationErrorString` */
  validationError?: string;
}

/** Thrown anywhere while a request is served; ends it with the gateway's answer of that name. */
export class GatewayFault extends Error {
  readonly status: number;
  readonly errorType: string | null;
  /** What clients are told; AWS tells `null` of broken authorizers. */
  readonly text: string | null;
  /** The gateway response that applies; `null` where no API is concerned. */
  readonly responseType: GatewayResponseType | null;
  readonly validationError: string;

  /** `reason` is for the log: what AWS would only say in the execution log, if at all. */
  constructor(
    readonly kind: FaultName,
    readonly reason?: string,
    { text, validationError = '', ...options }: FaultDetails = {},
  ) {
    super(reason ?? kind, options);
    [this.status, this.errorType, this.text, this.responseType] = faults[kind];
    this.text = text ?? this.text;
    this.validationError = validationError;
  }
}
