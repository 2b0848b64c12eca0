import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, scopeOf } from '../scope';
import { State } from '../state';
import { type BackEnds, startBackEnds } from './back-ends';

const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-demo-'));
const state = State.open(directory);
const host = '127.0.0.1';
let backEnds: BackEnds;

beforeAll(async () => {
  backEnds = await startBackEnds({ state, host });
});

afterAll(async () => {
  await backEnds.close();
  await state.close();
  rmSync(directory, { recursive: true });
});

describe('the demo micro-service', () => {
  it('shows what it received', async () => {
    const answer = await fetch(`${backEnds.urls.microservice}/orders/7?a=1&a=2&b=%20`, {
      method: 'POST',
      headers: { 'X-Custom-Header': 'v' },
      body: 'hello',
    });
    expect(await answer.json()).toMatchObject({
      service: 'orders',
      version: '1.0',
      method: 'POST',
      path: '/orders/7',
      query: { a: ['1', '2'], b: ' ' },
      headers: { 'X-Custom-Header': 'v' },
      body: 'hello',
      bodyBytes: 5,
    });
  });

  it('answers with the status, and after the time, that it is asked for', async () => {
    expect((await fetch(`${backEnds.urls.microservice}/status/503`)).status).toBe(503);
    expect((await fetch(`${backEnds.urls.microservice}/status/204`)).status).toBe(204);
    expect((await fetch(`${backEnds.urls.microservice}/slow?ms=5`)).status).toBe(200);
    expect((await fetch(`${backEnds.urls.microservice}/slow?ms=nonsense`)).status).toBe(200);
  });
});

describe('the demo web application', () => {
  it('shows what it received, escaped', async () => {
    const answer = await fetch(`${backEnds.urls.webApplication}/x?q=%3Cscript%3E"'&`, {
      headers: { 'X-Evil': '<b>"' },
    });
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('&lt;script&gt;&quot;&#39;');
    expect(page).toContain('&lt;b&gt;&quot;');
    expect(page).not.toContain('<script>');
  });
});

describe('ports', () => {
  it('move on when taken, stay otherwise, and take the integrations along', async () => {
    const other = State.open(path.join(directory, 'other'));
    const occupied = createServer();
    occupied.listen(0, host);
    await once(occupied, 'listening');
    const address = occupied.address();
    const taken = typeof address === 'object' && address ? address.port : 0;
    const key = keyOf.resource(scopeOf('us-east-1'), 'api1', 'res1');
    await other.write((tx) => {
      tx.put('meta', 'backEnd:microservice', taken);
      const methodIntegration = { type: 'HTTP_PROXY' as const, uri: `http://${host}:${taken}/{proxy}` };
      tx.put('resources', key, { id: 'res1', path: '/', resourceMethods: { GET: { methodIntegration } } });
    });
    const first = await startBackEnds({ state: other, host });
    expect(first.urls.microservice).not.toBe(`http://${host}:${taken}`);
    expect(other.get('resources', key)?.resourceMethods?.GET?.methodIntegration?.uri).toBe(
      `${first.urls.microservice}/{proxy}`,
    );
    const named = keyOf.loadBalancer(scopeOf('us-east-1'), 'orders.backends.example.com');
    expect(other.get('loadBalancers', named)?.url).toBe(first.urls.microservice);
    await first.close();
    occupied.close();
    const second = await startBackEnds({ state: other, host });
    expect(second.urls.microservice).toBe(first.urls.microservice);
    await second.close();
    await other.close();
  });
});
