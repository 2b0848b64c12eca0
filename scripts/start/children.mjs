import { spawn } from 'node:child_process';

/** EX_CONFIG: the process has printed already, in a sentence, why it can't start. */
const saidWhy = 78;

/**
 * The processes of one start: when one ends unasked, or we are told to stop, all end. They hold an IPC channel to us, so
 * that they notice when we are killed hard (see exit-with-parent.mjs) and no orphan keeps a port.
 */
export class Children {
  #running = new Map();
  #stopping = false;

  /**
   * Starts a Node process.
   * @param {string} name as people know it @param {string[]} args of node @param {{ env: NodeJS.ProcessEnv, cwd: string }} options
   */
  start(name, args, options) {
    const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#running.set(name, child);
    child.once('exit', (code, signal) => {
      this.#running.delete(name);
      if (this.#stopping) return;
      if (code !== saidWhy) {
        console.error(`Gatehouse stopped: the ${name} ended unexpectedly (${signal ?? `exit code ${code}`}).`);
      }
      void this.stop().then(() => process.exit(1));
    });
  }

  isRunning(name) {
    return this.#running.has(name);
  }

  /** Ends all, last started first, and kills what has not ended after 10 s. */
  async stop() {
    this.#stopping = true;
    for (const [name, child] of [...this.#running].reverse()) {
      // Ctrl-C reaches all of them at once, so this one may have ended while we waited for another.
      if (!this.#running.has(name)) continue;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(timer);
    }
  }
}
