import { Worker } from 'node:worker_threads';
import type { StoredFunction } from '../../model';
import { workerSource } from './worker-source';

/** Of one function, MB. */
const memoryMb = 128;

export interface Invocation {
  /** As JSON. */
  event: string;
  context: string;
  /** ms since 1970, of the machine's clock. */
  deadline: number;
}

/** What a function came back with: its answer, or `{ errorMessage, errorType, trace }`. JSON. */
export interface FunctionResult {
  failed: boolean;
  payload: string;
}

/** One thread that runs one function, one call at a time. A thread that broke is not to be used again. */
export class FunctionWorker {
  readonly #worker: Worker;
  readonly #functionName: string;
  readonly source: string;
  #isBroken = false;
  #calls = 0;

  constructor({ name, source = '' }: StoredFunction, env: Record<string, string>) {
    this.#functionName = name;
    this.source = source;
    this.#worker = new Worker(workerSource, {
      eval: true,
      name: `function ${name}`,
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
      workerData: { source, env },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    this.#worker.unref();
    // Each call listens for itself; this one keeps a thread that ends between calls from ending the sandbox.
    this.#worker.on('error', () => {
      this.#isBroken = true;
    });
    this.#worker.on('exit', () => {
      this.#isBroken = true;
    });
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Rejects with the signal's reason when that comes first; the thread is ended then. */
  run(invocation: Invocation, signal: AbortSignal): Promise<FunctionResult> {
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      const onMessage = (message: FunctionResult & { id: number }) => {
        if (message.id === id) settle(() => resolve({ failed: message.failed, payload: message.payload }));
      };
      const onError = (error: Error) => settle(() => resolve(broken(error)));
      const onExit = () => settle(() => resolve(broken(new Error(`${this.#functionName} exited`))));
      const onAbort = () => settle(() => void this.end().then(() => reject(signal.reason)));
      const settle = (how: () => void) => {
        this.#worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal.removeEventListener('abort', onAbort);
        how();
      };
      this.#worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort);
      this.#worker.postMessage({ id, ...invocation });
    });
  }

  async end(): Promise<void> {
    this.#isBroken = true;
    await this.#worker.terminate();
  }
}

function broken(error: Error): FunctionResult {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const errorType = isMemory ? 'Runtime.OutOfMemory' : 'Runtime.ExitError';
  return { failed: true, payload: JSON.stringify({ errorType, errorMessage: error.message }) };
}
