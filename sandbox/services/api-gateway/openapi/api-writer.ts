import type { Context } from '../../../context';
import type { StoredAuthorizer, StoredModel, StoredRequestValidator, StoredResource } from '../../../model';
import { Failure } from '../../../protocol/failure';
import type { Transaction } from '../../../state';

/** An import on its way into an API. */
export interface ApiWriter {
  context: Context;
  tx: Transaction;
  restApiId: string;
  /** What can't be, each with what was tried. */
  problems: string[];
  /** What there was, for the ids. */
  before: {
    resources: StoredResource[];
    authorizers: StoredAuthorizer[];
    models: StoredModel[];
    requestValidators: StoredRequestValidator[];
  };
}

/** Runs one step of an import; its refusal is noted, after what couldn't be done. */
export function attempt({ problems }: ApiWriter, what: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(`${what}: ${error.message}`);
  }
}
