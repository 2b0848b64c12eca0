import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotas as apiGatewayQuotas } from './services/api-gateway/quotas';
import { quota, Throttle } from './throttle';

const admits = (throttle: Throttle, operation: string, at: number, timeScale = 1) =>
  throttle.admits('owner', apiGatewayQuotas, operation, at, timeScale);

test('a custom domain can be created every 30 seconds', () => {
  const throttle = new Throttle();
  expect(admits(throttle, 'CreateDomainName', 0)).toBe(true);
  expect(admits(throttle, 'CreateDomainName', 29_999)).toBe(false);
  expect(admits(throttle, 'CreateDomainName', 30_000)).toBe(true);
  expect(admits(throttle, 'DeleteDomainName', 30_000)).toBe(true);
});

test('all operations share ten a second and forty at once', () => {
  const throttle = new Throttle();
  const admitted = Array.from({ length: 60 }, () => admits(throttle, 'GetStages', 0)).filter(Boolean).length;
  expect(admitted).toBe(40);
  expect(admits(throttle, 'GetStages', 99)).toBe(false);
  expect(admits(throttle, 'GetStages', 100)).toBe(true);
});

test('what one bucket refuses takes nothing from the other', () => {
  const throttle = new Throttle();
  admits(throttle, 'CreateDomainName', 0);
  for (let i = 0; i < 100; i += 1) admits(throttle, 'CreateDomainName', 0);
  const admitted = Array.from({ length: 60 }, () => admits(throttle, 'GetStages', 0)).filter(Boolean).length;
  expect(admitted).toBe(39);
});

test('the time scale multiplies the rate', () => {
  const throttle = new Throttle();
  expect(admits(throttle, 'CreateDomainName', 0, 100)).toBe(true);
  expect(admits(throttle, 'CreateDomainName', 299, 100)).toBe(false);
  expect(admits(throttle, 'CreateDomainName', 300, 100)).toBe(true);
});

test('never admits more than burst plus rate times time', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 200 }), (pauses) => {
      const throttle = new Throttle();
      const quotas = { operations: { Op: quota(5, 1000) } };
      let at = 0;
      let admitted = 0;
      for (const pause of pauses) {
        at += pause;
        if (throttle.admits('owner', quotas, 'Op', at, 1)) admitted += 1;
      }
      expect(admitted).toBeLessThanOrEqual(5 + at * 0.005 + 1e-6);
    }),
  );
});
