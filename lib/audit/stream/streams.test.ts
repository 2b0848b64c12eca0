import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { testDb } from '@/lib/db/test-db';
import { createGuard } from '@/lib/net/address-guard';
import { readAuditSettings } from '../keep/settings';
import { recordEvent } from '../record-event';
import { openSecret, sealSecret } from './seal-secret';
import { renewWebhookSecret, setWebhook, testWebhook } from './set-webhook';
import { startAuditStreams } from './start-audit-streams';

interface Delivery {
  id: string;
  type: string;
  events: { seq: number; resourceId: string; action: string }[];
}

let opened: OpenDb;
let ctx: Context;
let server: http.Server;
let url: string;
let taken: Delivery[];
let attempts: number;
/** What the receiver does with a delivery; the answer of `null` is that it cuts the connection. */
let answer: (attempt: number) => number | null | 'hang';
let secret: string;
const authSecret = 'x'.repeat(40);
/** The receiver of these tests is on this machine. */
const guard = createGuard({ allowedNetworks: ['127.0.0.1'], sandboxPorts: [] });
const strict = createGuard({ allowedNetworks: [], sandboxPorts: [] });
const log = pino({ level: 'silent' });
const running: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  opened = await testDb();
  ctx = { db: opened.db, actor: { kind: 'user', id: 'u', name: 'Ann', ip: null }, now: () => new Date() } as Context;
  taken = [];
  attempts = 0;
  answer = () => 204;
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const [, t = '', v1] = /^t=(\d+),v1=([\da-f]{64})$/.exec(String(request.headers['gatehouse-signature'])) ?? [];
      const right = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
      const delivery = JSON.parse(body) as Delivery;
      const status = answer(++attempts);
      if (status === 'hang') return;
      if (status === null) return void request.socket.destroy();
      if (v1 !== right || request.headers['gatehouse-delivery'] !== delivery.id)
        return void response.writeHead(401).end();
      // It took them, whatever becomes of the answer.
      if (status === 204 || status === 299) taken.push(delivery);
      if (status === 299) return void request.socket.destroy();
      response.writeHead(status, status === 302 ? { location: url } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await opened.close();
});

function start(print: ((line: string) => void) | null = null, allowed = guard) {
  const streams = startAuditStreams({
    getContext: async () => ctx,
    log,
    authSecret,
    print,
    tickMs: 20,
    firstPauseMs: 20,
    longestPauseMs: 40,
    guard: allowed,
  });
  running.push(streams);
  return streams;
}

async function turnOn(): Promise<void> {
  ({ secret = '' } = (await setWebhook(ctx, { url, enabled: true }, authSecret)) as { secret: string });
}

async function say(...names: string[]): Promise<void> {
  for (const resourceId of names) await recordEvent(ctx, { action: 'user.signed-in', resourceId });
}

const names = () =>
  taken.flatMap(({ events }) => events.filter(({ action }) => action === 'user.signed-in').map((e) => e.resourceId));
const until = (holds: () => boolean | Promise<boolean>) =>
  expect.poll(holds, { timeout: 15_000, interval: 20 }).toBe(true);
const state = async () => (await readAuditSettings(opened.db))['audit.webhook-state'];

test('what is written after it was turned on is sent in the order of the chain, signed', async () => {
  await say('before');
  await turnOn();
  expect(secret).toMatch(/^ghwh_.{43}$/);
  await say('a', 'b', 'c');
  start();
  await until(() => names().length === 3);
  expect(names()).toEqual(['a', 'b', 'c']);
  expect(taken[0]?.events[0]).toMatchObject({ action: 'audit.stream-changed', seq: 2 });
  await say('d');
  await until(() => names().includes('d'));
  expect(await state()).toMatchObject({ failures: 0, error: null });
});

test('a receiver that fails, redirects, cuts off and loses answers gets all of it at last, at least once and in order', async () => {
  await turnOn();
  answer = () => 500;
  await say('a', 'b');
  start();
  await until(async () => (await state())?.error === 'The receiver answered 500.');
  const script = [302, null, 299, 429, null, 503];
  answer = () => (script.length > 0 ? (script.shift() as number | null) : 204);
  await until(() => script.length === 0 && names().length >= 4);
  // Taken twice: the answer to the first time was lost.
  expect(names().join('')).toMatch(/^(ab){2}$/);
  expect(taken[0]?.id).toBe(taken[1]?.id);
  await until(async () => (await state())?.failures === 0);
});

test('a sender that dies before the answer sends again after its start', async () => {
  await turnOn();
  answer = (attempt) => (attempt === 1 ? 'hang' : 204);
  await say('a');
  const first = start();
  await until(() => attempts === 1);
  await first.stop();
  expect(taken).toHaveLength(0);
  await say('b');
  start();
  await until(() => names().length === 2);
  expect(names()).toEqual(['a', 'b']);
});

test('of two senders one sends', async () => {
  await turnOn();
  start();
  start();
  for (let n = 0; n < 30; n++) await say(`n${n}`);
  await until(() => names().length >= 30);
  await sleep(200);
  expect(names()).toEqual(Array.from({ length: 30 }, (_, n) => `n${n}`));
});

test('nothing is sent while it is off, and what was missed is sent when it is on again', async () => {
  await turnOn();
  start();
  await setWebhook(ctx, { url, enabled: false }, authSecret);
  await say('a');
  await sleep(200);
  expect(names()).toEqual([]);
  expect(await setWebhook(ctx, { url, enabled: true }, authSecret)).toEqual({ secret: null });
  await until(() => names().length === 1);
});

test('the secret can be renewed, and a test says what the receiver answered', async () => {
  await turnOn();
  expect(await testWebhook(ctx, authSecret, guard)).toEqual({ status: 204 });
  answer = () => 418;
  await expect(testWebhook(ctx, authSecret, guard)).rejects.toThrow('The receiver answered 418.');
  const old = secret;
  ({ secret } = await renewWebhookSecret(ctx, authSecret));
  expect(secret).not.toBe(old);
  answer = () => 200;
  expect(await testWebhook(ctx, authSecret, guard)).toEqual({ status: 200 });
  const stored = (await readAuditSettings(opened.db))['audit.webhook']?.secret ?? '';
  expect(stored).not.toContain(secret);
  await expect(testWebhook(ctx, 'another secret of another console')).rejects.toThrow("can't be read");
});

test('what leads inside is not connected to, neither by a test nor by the stream, and both say what to do', async () => {
  await turnOn();
  const refusal = 'The audit webhook leads to 127.0.0.1, which is an address of this machine itself.';
  await expect(testWebhook(ctx, authSecret, strict)).rejects.toMatchObject({
    code: 'conflict',
    message: refusal,
    options: { fix: expect.stringContaining('GATEHOUSE_ALLOWED_NETWORKS') },
  });
  await say('a');
  start(null, strict);
  await until(async () => (await state())?.error === refusal);
  expect((await state())?.fix).toContain('GATEHOUSE_ALLOWED_NETWORKS');
  expect(attempts).toBe(0);
});

test('a sealed secret opens under its own key only', () => {
  expect(openSecret(sealSecret('s', 'a'), 'a')).toBe('s');
  expect(openSecret(sealSecret('s', 'a'), 'b')).toBeNull();
  expect(openSecret('', 'a')).toBeNull();
});

test('each row is printed as one line of JSON, once by one process', async () => {
  const lines: string[] = [];
  await say('a', 'b\nc');
  const first = start((line) => lines.push(line));
  await until(() => lines.length === 2);
  await first.stop();
  await say('d');
  start((line) => lines.push(line));
  await until(() => lines.length === 3);
  expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  expect(lines.map((line) => JSON.parse(line).seq)).toEqual([1, 2, 3]);
});
