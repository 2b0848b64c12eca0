import { randomUUID } from 'node:crypto';
import type { StoredFunction } from '../../model';
import { type FunctionResult, FunctionWorker } from './function-worker';

/** Runs the functions registered with the sandbox. */
export interface FunctionRunner {
  /** `event` is JSON. Rejects with the signal's reason when that comes first. */
  invoke(fn: StoredFunction, event: string, signal: AbortSignal): Promise<FunctionResult>;
  close(): Promise<void>;
}

/** Threads at once, of all functions; calls beyond wait. */
const maxWorkers = 16;
const idlePerFunction = 4;
/** AWS's longest, ms; the integration's own time is usually shorter. */
const longestMs = 900_000;

/**
 * Keeps threads of functions that were called, so that the next call is quick. A function registered anew under its name
 * gets new threads.
 */
export function createFunctionRunner(): FunctionRunner {
  const idle = new Map<string, FunctionWorker[]>();
  const waiting: (() => void)[] = [];
  const all = new Set<FunctionWorker>();
  let busy = 0;

  async function claim(signal: AbortSignal): Promise<void> {
    if (busy < maxWorkers) {
      busy += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal.reason);
      };
      waiting.push(go);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the place on to who waits longest. */
  function release(): void {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }

  function take(fn: StoredFunction): FunctionWorker {
    for (let kept = idle.get(fn.arn)?.pop(); kept; kept = idle.get(fn.arn)?.pop()) {
      if (!kept.isBroken && kept.source === (fn.source ?? '')) return kept;
      void end(kept);
    }
    const worker = new FunctionWorker(fn, environment(fn));
    all.add(worker);
    return worker;
  }

  function keep(arn: string, worker: FunctionWorker): void {
    const kept = idle.get(arn) ?? [];
    const hasRoom = kept.length < idlePerFunction && all.size <= maxWorkers;
    if (!worker.isBroken && hasRoom) idle.set(arn, [...kept, worker]);
    else void end(worker);
  }

  async function end(worker: FunctionWorker): Promise<void> {
    all.delete(worker);
    await worker.end();
  }

  return {
    async invoke(fn, event, signal) {
      await claim(signal);
      const worker = take(fn);
      try {
        const context = JSON.stringify(lambdaContext(fn));
        return await worker.run({ event, context, deadline: Date.now() + longestMs }, signal);
      } finally {
        keep(fn.arn, worker);
        release();
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}

function environment({ name, arn, runtime }: StoredFunction): Record<string, string> {
  return {
    AWS_REGION: arn.split(':')[3] ?? '',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
  };
}

function lambdaContext({ name, arn }: StoredFunction) {
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: '128',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    accountId: arn.split(':')[4],
  };
}
