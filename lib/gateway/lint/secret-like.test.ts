import { describe, expect, it } from 'vitest';
import { secretLike } from './secret-like';

describe('secretLike', () => {
  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    'Bearer abcdefghijkl',
    'Basic dXNlcjpwYXNzd29yZA==',
    'wJalrXUtnFEMI+K7MDENG+bPxRfiCYEXAMPLEKEY',
    '9f86d081884c7d659a2feaa0c55ad015',
    'sk_live_abcdefghijkl',
  ])('finds %s', (text) => {
    expect(secretLike(text)).not.toBeNull();
  });

  it.each([
    '',
    'application/json',
    'https://orders-production.internal.example.com/v1/customers',
    'arn:aws:iam::123456789012:role/ApiGatewayCallsStepFunctions',
    '123e4567-e89b-42d3-a456-426614174000',
    'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token',
    'max-age=63072000; includeSubDomains; preload',
    'Basic plan',
  ])('leaves %s alone', (text) => {
    expect(secretLike(text)).toBeNull();
  });
});
