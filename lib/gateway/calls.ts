import type {
  Authorizer,
  GatewayResponse,
  Integration,
  IntegrationResponse,
  Method,
  MethodResponse,
  Model,
  RequestValidator,
  Verb,
} from './model';
import type { Subject } from './subjects';

/** A value that AWS wants as an id, which only the executor knows. */
type NameReference = { authorizer: string } | { validator: string };

/** One patch operation as AWS takes it; slashes inside a key are escaped already. */
export interface Patch {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: string | NameReference;
}

interface At {
  path: string;
  verb: Verb;
}

interface AtStatus extends At {
  status: string;
}

/** One call that changes a REST API, in names instead of ids. `operation` is AWS's name. */
export type GatewayCall =
  | { operation: 'UpdateRestApi'; patches: Patch[] }
  | { operation: 'CreateResource' | 'DeleteResource'; path: string }
  | ({ operation: 'PutMethod'; method: Method } & At)
  | ({ operation: 'UpdateMethod' | 'UpdateIntegration'; patches: Patch[] } & At)
  | ({ operation: 'DeleteMethod' | 'DeleteIntegration' } & At)
  | ({ operation: 'PutIntegration'; integration: Integration } & At)
  | ({ operation: 'PutMethodResponse'; response: MethodResponse } & AtStatus)
  | ({ operation: 'PutIntegrationResponse'; response: IntegrationResponse } & AtStatus)
  | ({ operation: 'UpdateMethodResponse' | 'UpdateIntegrationResponse'; patches: Patch[] } & AtStatus)
  | ({ operation: 'DeleteMethodResponse' | 'DeleteIntegrationResponse' } & AtStatus)
  | { operation: 'CreateAuthorizer'; name: string; authorizer: Authorizer }
  | { operation: 'CreateModel'; name: string; model: Model }
  | { operation: 'CreateRequestValidator'; name: string; validator: RequestValidator }
  | {
      operation: 'UpdateAuthorizer' | 'UpdateModel' | 'UpdateRequestValidator' | 'UpdateStage';
      name: string;
      patches: Patch[];
    }
  | { operation: 'DeleteAuthorizer' | 'DeleteModel' | 'DeleteRequestValidator'; name: string }
  | { operation: 'PutGatewayResponse'; type: string; response: GatewayResponse }
  | { operation: 'UpdateGatewayResponse'; type: string; patches: Patch[] }
  | { operation: 'DeleteGatewayResponse'; type: string };

export type GatewayOperation = GatewayCall['operation'];

export interface PlannedCall {
  call: GatewayCall;
  /** What it belongs to in the review. */
  subject: Subject;
  /** For people: "Create the resource /orders". */
  sentence: string;
}

/** AWS's quota of an operation: one call each `intervalMs`, `burst` at once after a pause. */
interface CallRate {
  intervalMs: number;
  burst: number;
}

/** Rates by operation; `*` is that of all operations together. */
export type CallRates = (operation: GatewayOperation | '*') => CallRate | null;

export interface Plan {
  /** In the order in which AWS takes them. */
  calls: PlannedCall[];
  /** The least time that AWS's quotas allow, in ms, with full buckets at the start. */
  durationMs: number;
  /** By operation: how often, and how long its own quota alone would take. */
  costs: { operation: GatewayOperation; calls: number; durationMs: number }[];
}
