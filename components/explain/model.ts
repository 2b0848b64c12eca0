import type { ActionResult } from '@/lib/actions/result';
import type { ExplainedRequest, TestedRoute } from '@/lib/explain/model';
import type { ExplainRequestInput, TestInvokeInput } from '@/lib/explain/schemas';

/** What the server says about a request. */
export interface Explanation {
  explained: ExplainedRequest;
  /** Sends it from a shell, without method, headers and body; null when no host is known. */
  command: string | null;
}

export type ExplainAction = (previous: null, input: ExplainRequestInput) => Promise<ActionResult<Explanation>>;
export type TestAction = (previous: null, input: TestInvokeInput) => Promise<ActionResult<TestedRoute>>;

/** A request that an address can't hold all of. */
export type Extras = Pick<ExplainRequestInput, 'headers' | 'body'>;
