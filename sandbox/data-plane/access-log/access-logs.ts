import { appendFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeDirectory } from '../../make-directory';
import type { Log } from '../../sandbox';

/** One line of a log group, or of a delivery stream. */
export interface AccessLogLine {
  /** ISO 8601, the sandbox's clock. */
  at: string;
  /** Account and region, `123456789012/us-east-1`. */
  scope: string;
  logGroup: string;
  restApiId: string;
  stageName: string;
  message: string;
}

const remembered = 5000;
/** Of one file, bytes; the one before it is kept as `….1`. */
const maxFileBytes = 16 * 1024 * 1024;
const writeAfterMs = 100;

/** Access logs of all stages: the latest lines in memory, all of them in one file a log group, `<account>.<region>.<log group>.log`. */
export class AccessLogs {
  #lines: AccessLogLine[] = [];
  #waiting = new Map<string, string[]>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** `log` hears of a file that can't be written: requests are served all the same. */
  constructor(
    private readonly directory: string,
    private readonly log: Log,
  ) {}

  add(line: AccessLogLine): void {
    this.#lines.push(line);
    if (this.#lines.length > remembered * 2) this.#lines = this.#lines.slice(-remembered);
    // A request that outlives the sandbox must not bring its directory back.
    if (this.#isClosed) return;
    const file = fileOf(line);
    const waiting = this.#waiting.get(file);
    if (waiting) waiting.push(line.message);
    else this.#waiting.set(file, [line.message]);
    this.#timer ??= setTimeout(() => void this.#write(), writeAfterMs);
  }

  /** The latest that have the given members, the oldest of them first. */
  list(wanted: Partial<Omit<AccessLogLine, 'at' | 'message'>>, limit: number): AccessLogLine[] {
    const members = Object.entries(wanted) as [keyof AccessLogLine, string][];
    const latest = this.#lines.slice(-remembered);
    return latest.filter((line) => members.every(([name, value]) => line[name] === value)).slice(-limit);
  }

  /** Forgets everything, files too. */
  clear(): Promise<void> {
    this.#lines = [];
    this.#waiting.clear();
    // After what is being written, and before what comes meanwhile.
    this.#writing = this.#writing
      .then(() => rm(this.directory, { recursive: true, force: true }))
      .catch((error: unknown) => this.log(`access logs: ${this.directory} can't be removed: ${String(error)}`));
    return this.#writing;
  }

  /** Resolves when everything is in its file. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.#write();
  }

  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    this.#writing = this.#writing.then(async () => {
      for (const [file, messages] of waiting) await this.#append(file, `${messages.join('\n')}\n`);
    });
    return this.#writing;
  }

  async #append(file: string, text: string): Promise<void> {
    const at = path.join(this.directory, file);
    try {
      makeDirectory(this.directory);
      await appendFile(at, text);
      if ((await stat(at)).size > maxFileBytes) await rename(at, `${at}.1`);
    } catch (error) {
      this.log(`access logs: ${at} can't be written: ${String(error)}`);
    }
  }
}

/** File systems take 255 bytes, log groups have up to 512 letters, of which `/` and `#` are written as `%2F` and `%23`. */
function fileOf({ scope, logGroup }: AccessLogLine): string {
  return `${encodeURIComponent(`${scope.replace('/', '.')}.${logGroup}`).slice(0, 240)}.log`;
}
