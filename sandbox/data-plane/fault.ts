/** The gateway's own refusals and failures, as clients see them. Source: facts 08 section 8.3. */
const faults = {
  forbidden: [403, 'ForbiddenException', 'Forbidden'],
  missingAuthenticationToken: [403, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  unauthorized: [401, 'UnauthorizedException', 'Unauthorized'],
  unsupportedMediaType: [415, 'BadRequestException', 'Unsupported Media Type'],
  internal: [500, 'InternalServerErrorException', 'Internal server error'],
  timedOut: [504, 'InternalServerErrorException', 'Endpoint request timed out'],
  network: [504, 'InternalServerErrorException', 'Network error communicating with endpoint'],
  // Comes from in front of the gateway: plain text and none of the gateway's headers.
  bodyTooLong: [413, null, 'HTTP content length exceeded 10485760 bytes.'],
  headersTooLong: [431, null, 'Request header fields too large.'],
  urlTooLong: [414, null, 'Request URI too long.'],
} as const;

export type FaultName = keyof typeof faults;

/** Thrown anywhere while a request is served; ends it with the gateway's answer of that name. */
export class GatewayFault extends Error {
  readonly status: number;
  readonly errorType: string | null;
  readonly text: string;

  /** `reason` is for the log: what AWS would only say in the execution log, if at all. */
  constructor(
    readonly kind: FaultName,
    readonly reason?: string,
    options?: ErrorOptions,
  ) {
    super(reason ?? kind, options);
    [this.status, this.errorType, this.text] = faults[kind];
  }
}
