import type { StoredExecution } from '../model';
import { keyOf } from '../scope';
import type { State } from '../state';

/** The oldest are forgotten. */
const maxExecutions = 500;

export async function keepExecution(state: State, scope: string, execution: StoredExecution): Promise<void> {
  await state.write((tx) => {
    const all = [...state.entries('executions', keyOf.execution(scope))];
    const surplus = all
      .toSorted((one, other) => one.value.startDate - other.value.startDate)
      .slice(0, -maxExecutions + 1);
    for (const { key } of all.length < maxExecutions ? [] : surplus) tx.remove('executions', key);
    tx.put('executions', keyOf.execution(scope, execution.executionArn), execution);
  });
}

export function findExecution(state: State, scope: string, executionArn: string): StoredExecution | undefined {
  return state.get('executions', keyOf.execution(scope, executionArn));
}
