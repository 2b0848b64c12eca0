import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRequest } from './received-request';

const longestSleepMs = 120_000;

/**
 * A demo micro-service, a stand-in for a load balancer in front of containers: answers every request with what it
 * received, as JSON. `…/slow?ms=<n>` waits first, `…/status/<code>` answers with that status, to try failures with.
 */
export function microservice(
  service: string,
  version: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const instance = `${service}-${randomBytes(3).toString('hex')}`;
  return async (request, response) => {
    const received = await readRequest(request);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      await sleep(delayOf(received.path, received.query), undefined, { signal: gone.signal });
    } catch {
      return;
    }
    const body = `${JSON.stringify({ service, version, instance, ...received }, null, 2)}\n`;
    const status = Number(/\/status\/([2-5]\d\d)$/.exec(received.path)?.[1] ?? 200);
    const isEmpty = status === 204 || status === 304;
    response.writeHead(status, {
      'Content-Type': 'application/json',
      Server: `${service}/${version}`,
      'X-Instance': instance,
      ...(isEmpty ? {} : { 'Content-Length': Buffer.byteLength(body) }),
    });
    response.end(isEmpty ? undefined : body);
  };
}

function delayOf(path: string, query: Record<string, string | string[]>): number {
  const ms = path.endsWith('/slow') ? Number(query.ms) : 0;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestSleepMs) : 0;
}
