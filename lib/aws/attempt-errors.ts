import 'server-only';

/** A call that would have to wait too long for AWS's quotas, and was not sent. */
export class PacedError extends Error {
  override readonly name = 'PacedError';
  constructor(readonly retryAtMs: number) {
    super('held back for AWS rate quotas');
  }
}

/** The role could not be assumed; `cause` is what STS or the network said. */
export class RoleNotAssumedError extends Error {
  override readonly name = 'RoleNotAssumedError';
}

/** An attempt that took too long as a whole, though bytes may have trickled. */
export class AttemptTimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** Something answered in AWS's place: a proxy's error page, a sign-in page. */
export class ForeignAnswerError extends Error {
  override readonly name = 'ForeignAnswerError';
  constructor(readonly status: number) {
    super(`an HTML page came in place of AWS's answer (HTTP ${status})`);
  }
}
