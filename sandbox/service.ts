import type { Context } from './context';
import type { SignatureProblem } from './protocol/credential-scope';
import type { ServiceEnums, Violation } from './protocol/enum-violations';
import type { Failure } from './protocol/failure';
import type { OperationShape } from './protocol/operation-shape';
import type { Protocol } from './protocol/protocol';
import type { WireRequest } from './protocol/wire';
import type { Quotas } from './throttle';

type ServiceName = 'apigateway' | 'route53' | 'acm' | 'lambda' | 'sts';

/**
 * What an operation does, from the SDK's `…CommandInput` to its `…CommandOutput`. Its input is what AWS's model decodes, so
 * the types hold by construction; `never` lets every operation fit one registry.
 */
export type Behaviour = (context: Context, input: never) => object | Promise<object>;

/** One AWS service of the sandbox. */
export interface Service {
  /** Also its signing name. */
  name: ServiceName;
  protocol: Protocol;
  shapes: Map<string, OperationShape>;
  /** By AWS's name of the operation; what is missing here answers 501. */
  behaviours: Record<string, Behaviour>;
  quotas: Quotas;
  /** Of the services whose framework checks them before any operation. */
  enums?: ServiceEnums;
  scopeOf(region: string, account: string): string;
  /** The service's own words for refusals that come before any operation. */
  refusals: {
    throttled(): Failure;
    signature(problem: SignatureProblem): Failure;
    /** For a request that means no operation; `UnknownOperationException` where a service has no words of its own. */
    unknown?(request: WireRequest): Failure;
    /**
     * @param members paths of required members that the request lacks, see `missingMembers`
     * @param wrong values that are none of their enumeration; only where the service has {@link Service.enums}
     */
    missing(shape: OperationShape, members: string[], wrong: Violation[]): Failure;
  };
}
