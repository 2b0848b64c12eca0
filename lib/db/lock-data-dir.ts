import 'server-only';
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { ExpectedError } from '@/lib/errors';

const heartbeatMs = 5_000;
const silentForMs = 30_000;

/** Lock files of this process, over all copies of this module that a bundler may make. */
const shared = globalThis as typeof globalThis & { gatehouseDataDirLocks?: Set<string> };
shared.gatehouseDataDirLocks ??= new Set();
const held = shared.gatehouseDataDirLocks;

interface Holder {
  pid: number;
  /** Start of that process in kernel ticks, which tells it from a later one with the same pid; null where unknown. */
  started: string | null;
  host: string;
}

/**
 * Makes this process the only one that opens the embedded database in `dataDir`: two would destroy it. A lock left by
 * a killed process is taken over.
 *
 * @returns how to give the lock back
 * @throws ExpectedError `conflict` while another process holds it
 */
export function lockDataDir(dataDir: string): () => void {
  const file = path.resolve(dataDir, 'db.lock');
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  const draft = `${file}.${process.pid}.${Date.now()}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, file); // atomic: fails when there is one
        break;
      } catch (error) {
        if (!isCode(error, 'EEXIST') || attempt === 3) throw error;
        const seen = read(file);
        if (seen !== null && isAlive(file, seen)) throw refused(seen);
        removeStale(file, seen, draft);
      }
    }
  } finally {
    unlinkSync(draft);
  }
  return keep(file);
}

function keep(file: string): () => void {
  held.add(file);
  const beat = setInterval(() => touch(file), heartbeatMs);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    if (held.delete(file)) unlinkQuietly(file);
  };
  process.on('exit', release);
  return release;
}

function refused(seen: string): ExpectedError {
  const pid = parse(seen)?.pid;
  return new ExpectedError(
    'conflict',
    `The data directory is in use by another Gatehouse process${pid ? ` (process ${pid})` : ''}.`,
    {
      fix: 'Stop that process, choose another GATEHOUSE_DATA_DIR, or set DATABASE_URL to share one PostgreSQL database.',
      actor: 'us',
    },
  );
}

/** Is the process that wrote the lock still there? On another host only the lock's age can tell. */
function isAlive(file: string, seen: string): boolean {
  const holder = parse(seen);
  if (!holder) return false;
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < silentForMs;
  if (holder.pid === process.pid) return held.has(file);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
  return holder.started === null || holder.started === startOf(holder.pid);
}

/** Moves the stale lock away; if somebody else was faster and it is a fresh one, puts that back. */
function removeStale(file: string, seen: string | null, draft: string): void {
  const aside = `${draft}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (read(aside) !== seen) linkSync(aside, file);
  unlinkQuietly(aside);
}

/** `dead` for a zombie: it was killed, only its parent hasn't noticed yet. */
function startOf(pid: number): string | 'dead' | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : (fields[19] ?? null);
  } catch {
    return null; // no /proc here
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(text);
    return holder !== null && typeof holder === 'object' && 'pid' in holder ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // the data directory was removed under us; the database will say so
  }
}

function unlinkQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // gone already
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
