import { setTimeout as sleep } from 'node:timers/promises';
import { StartFailure } from './fail.mjs';

/**
 * Asks `url` until the answer is the right one: 200, unless `isReady` knows better.
 * @param {{ url: string, what: string, isRunning: () => boolean, seconds: number, isReady?: (answer: Response) => Promise<boolean> }} options
 */
export async function waitUntilReady({ url, what, isRunning, seconds, isReady = async (answer) => answer.ok }) {
  const giveUpAt = Date.now() + seconds * 1000;
  let last = 'no answer yet';
  while (Date.now() < giveUpAt) {
    // The exit handler of Children has the word when the process ended by itself.
    if (!isRunning()) return new Promise(() => {});
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (await isReady(answer.clone())) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(40);
  }
  throw new StartFailure(`the ${what} was not ready after ${seconds} s (${last}).`);
}
