import 'server-only';
import type { Logger } from 'pino';

interface Options {
  log: Pick<Logger, 'warn'>;
  /** What failed, at the beginning of a sentence for the log. */
  what: string;
  pauseAfterErrorMs?: number;
  /** Registers the hook that ends the loop's sleep early; answers how to take it away. */
  onWake?: (wake: () => void) => () => void;
}

/**
 * Does `pass` again and again until stopped. A pass answers how long nothing will be due, in ms; one that fails is tried again after a while.
 *
 * @param pass gets a signal that is aborted at the stop
 */
export function startLoop(
  pass: (stopping: AbortSignal) => Promise<number>,
  { log, what, pauseAfterErrorMs = 10_000, onWake }: Options,
): { wake(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let woken = false;
  let endSleep = () => {};

  function sleep(ms: number): Promise<void> {
    if (woken || stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run() {
    while (!stopping.signal.aborted) {
      woken = false;
      let pauseMs = pauseAfterErrorMs;
      try {
        pauseMs = await pass(stopping.signal);
      } catch (error) {
        if (!stopping.signal.aborted) log.warn({ err: error }, `${what} failed`);
        woken = false;
      }
      await sleep(pauseMs);
    }
  }

  const wake = () => {
    woken = true;
    endSleep();
  };
  const forget = onWake?.(wake);
  const running = run();
  return {
    wake,
    async stop() {
      stopping.abort();
      forget?.();
      wake();
      await running;
    },
  };
}
