import { expect, it } from 'vitest';
import { historyHref, readHistoryWindow } from './search-params';

it('takes the window of the history from the address, and 30 days for nonsense', () => {
  expect(readHistoryWindow({ history: '7d' })).toBe('7d');
  for (const history of [undefined, '', '8d', ['24h', 'x']])
    expect(['30d', '24h']).toContain(readHistoryWindow({ history }));
  expect(historyHref('acme', 'a.example.com', '90d')).toBe('/tenants/acme?history=90d#a.example.com');
  expect(historyHref('acme', 'a.example.com', '30d')).toBe('/tenants/acme#a.example.com');
});
