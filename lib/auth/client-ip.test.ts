import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { clientIp, forgetForwardedFor } from './client-ip';

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['203.0.113.9, 192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:db8::1'],
  ['nonsense', null],
  ['', null],
])('reads %j as %s', (forwarded, expected) => {
  expect(clientIp(new Headers({ 'x-forwarded-for': forwarded }))).toBe(expected);
});

it('believes the socket, not the client, where no proxy is trusted', async () => {
  forgetForwardedFor();
  const server = createServer((request, response) => {
    response.end(clientIp(new Headers(request.headers as Record<string, string>)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const claim of ['203.0.113.9', '203.0.113.9, 198.51.100.7']) {
    const answer = await fetch(url, { headers: { 'x-forwarded-for': claim } });
    expect(await answer.text()).toBe('127.0.0.1');
  }
  await new Promise((resolve) => server.close(resolve));
});

it('drops what only a proxy could say', async () => {
  forgetForwardedFor();
  const server = createServer((request, response) => response.end(Object.keys(request.headers).join()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' };
  const left = (await (await fetch(url, { headers: claims })).text()).split(',');
  expect(left.filter((name) => name.includes('forwarded'))).toEqual(['x-forwarded-for']);
  await new Promise((resolve) => server.close(resolve));
});
