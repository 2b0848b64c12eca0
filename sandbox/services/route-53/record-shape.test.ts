import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { describe, expect, it } from 'vitest';
import { refuseMisshapen } from './record-shape';

const change = (set: Partial<ResourceRecordSet>): Change => ({
  Action: 'UPSERT',
  ResourceRecordSet: { Name: 'www.example.com', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }], ...set },
});

describe('set identifiers', () => {
  it('must not be empty', () => {
    expect(() => refuseMisshapen(change({ SetIdentifier: '', Weight: 1 }))).toThrow(/SetIdentifier/);
  });

  it.each(['\u0000', 'tab\t', 'x'.repeat(129), '\ud800'])('%j is refused', (SetIdentifier) => {
    expect(() => refuseMisshapen(change({ SetIdentifier, Weight: 1 }))).toThrow(/SetIdentifier must have/);
  });

  it.each(['blue', 'a/b c', 'é', 'x'.repeat(128)])('%j is taken', (SetIdentifier) => {
    expect(() => refuseMisshapen(change({ SetIdentifier, Weight: 1 }))).not.toThrow();
  });
});

it.each([-1, 1.5, Number.NaN, 2_147_483_648])('a TTL of %d is refused', (TTL) => {
  expect(() => refuseMisshapen(change({ TTL }))).toThrow(`Invalid TTL: ${TTL}`);
});
