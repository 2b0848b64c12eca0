import type { Preset } from './presets/preset';
import { requestPreset } from './presets/request-preset';
import { responsePreset } from './presets/response-preset';

export type { Preset } from './presets/preset';

/** Ready-made mappings, the most wanted first. */
export const presets: readonly Preset[] = [
  requestPreset({
    id: 'tenant',
    title: 'Tell the back end which tenant this is',
    sentence: 'The host name that the client called, and its first label: shop.example.com and shop.',
    headers: { 'X-Tenant-Host': 'context.domainName', 'X-Tenant': 'context.domainPrefix' },
  }),
  requestPreset({
    id: 'correlation-id',
    title: 'Correlation id',
    sentence: "API Gateway's id of the request, which is also in its answer and its logs.",
    headers: { 'X-Correlation-Id': 'context.requestId' },
  }),
  requestPreset({
    id: 'extended-request-id',
    title: 'Extended request id',
    sentence: 'The id that AWS support asks for; in the answer it is x-amz-apigw-id.',
    headers: { 'X-Extended-Request-Id': 'context.extendedRequestId' },
  }),
  requestPreset({
    id: 'forwarded',
    title: 'Forwarded protocol and host',
    sentence: 'Lets a web application build links that lead back through the gateway.',
    headers: { 'X-Forwarded-Proto': "'https'", 'X-Forwarded-Host': 'context.domainName' },
  }),
  requestPreset({
    id: 'client-address',
    title: "Client's address",
    sentence: 'The IP address that called the gateway, which the client cannot forge.',
    headers: { 'X-Real-IP': 'context.identity.sourceIp' },
  }),
  requestPreset({
    id: 'stage',
    title: 'Name of the stage',
    sentence: 'Which stage served the request, for back ends that several stages share.',
    headers: { 'X-Stage': 'context.stage' },
  }),
  responsePreset({
    id: 'security-headers',
    title: 'Security headers',
    sentence:
      'HTTPS only, no guessing of content types, no frames of other sites, no path in Referer. (A Content-Security-Policy with quotes in it can be no constant.)',
    headers: {
      'Strict-Transport-Security': "'max-age=31536000; includeSubDomains'",
      'X-Content-Type-Options': "'nosniff'",
      'X-Frame-Options': "'DENY'",
      'Referrer-Policy': "'strict-origin-when-cross-origin'",
    },
  }),
  responsePreset({
    id: 'response-correlation-id',
    title: 'Correlation id in the answer',
    sentence: 'The same id that the back end got, for the client to quote.',
    headers: { 'X-Correlation-Id': 'context.requestId' },
  }),
  responsePreset({
    id: 'no-store',
    title: 'Not to be cached',
    sentence: 'Browsers and proxies in between keep no copy of the answer.',
    headers: { 'Cache-Control': "'no-store'" },
  }),
];
