import type { Failure } from './failure';
import type { OperationShape } from './operation-shape';
import type { WireAnswer, WireRequest } from './wire';

/** How one service speaks: which operation a request means, and how input, output and refusals look on the wire. */
export interface Protocol {
  /** `undefined` when the request means no operation of the service. */
  recognise(request: WireRequest): Recognised | undefined;
  encode(operation: OperationShape, output: Record<string, unknown>, requestId: string): WireAnswer;
  encodeFailure(failure: Failure, requestId: string): WireAnswer;
}

export interface Recognised {
  operation: OperationShape;
  /** Throws a {@link Failure} when the body can't be read. */
  decodeInput(): Promise<Record<string, unknown>>;
}
