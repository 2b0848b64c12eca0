import { expect, test } from 'vitest';
import { gatewayRates } from './quotas';

test("rates for plans are API Gateway's, scaled", () => {
  expect(gatewayRates(1)('CreateResource')).toEqual({ intervalMs: 200, burst: 1 });
  expect(gatewayRates(1)('*')).toEqual({ intervalMs: 100, burst: 40 });
  expect(gatewayRates(4)('*')).toEqual({ intervalMs: 25, burst: 40 });
  expect(gatewayRates(1)('PutMethod')).toBeNull();
});
