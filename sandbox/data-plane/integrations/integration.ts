import type { State } from '../../state';
import type { BackEndClient } from '../back-end-client';
import type { GatewayCall } from '../gateway-call';
import type { GatewayAnswer } from '../integration-answer';
import type { RequestBody } from '../request-body';

/** What an integration may use besides the call itself. */
export interface IntegrationTools {
  state: State;
  body: RequestBody;
  backEnds: BackEndClient;
  /** Ends when the client is gone or the integration's time is up. */
  signal: AbortSignal;
}

/** Serves a call by one type of integration; throws gateway faults. */
export type RunIntegration = (call: GatewayCall, tools: IntegrationTools) => Promise<GatewayAnswer>;
