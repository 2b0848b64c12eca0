import { GatewayFault } from '../fault';

/** What is noticed while a request is served and only its access log tells; grows as the request comes along. */
export interface Observed {
  /** Finding out who the caller is, by whichever kind of authorisation. */
  authorisation?: Attempt;
  /** A Lambda authorizer's function, when it was really asked. */
  authorizerFunction?: Attempt;
  /** The back end, when it was really asked: not for answers out of the cache. */
  integration?: Attempt;
}

interface Attempt {
  /** `null` when there was no answer. */
  status: number | null;
  latencyMs: number;
  error?: string;
}

/** Runs one step, and notes how long it took and how it ended; rejects as the step does. */
export async function observe<T>(
  observed: Observed | undefined,
  name: keyof Observed,
  step: () => Promise<T>,
  statusOf: (result: T) => number = () => 200,
): Promise<T> {
  if (!observed) return step();
  const started = performance.now();
  const latencyMs = () => Math.round(performance.now() - started);
  try {
    const result = await step();
    observed[name] = { status: statusOf(result), latencyMs: latencyMs() };
    return result;
  } catch (error) {
    const fault = error instanceof GatewayFault ? error : null;
    // A fault of the integration is the gateway's own: the back end gave no status.
    const status = name === 'authorisation' ? (fault?.status ?? null) : null;
    observed[name] = { status, latencyMs: latencyMs(), error: fault?.reason ?? fault?.text ?? String(error) };
    throw error;
  }
}
