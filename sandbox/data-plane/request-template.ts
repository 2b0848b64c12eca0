import { mediaTypeOf } from './content-handling';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';

/** The request's media type without parameters; JSON when it names none. */
export function requestMediaType(call: GatewayCall): string {
  return mediaTypeOf(headerValue(call.request.headers, 'Content-Type'));
}

/**
 * The request template that applies, or `null` to pass the body through. Throws 415 where the integration's
 * passthrough behaviour forbids that. An empty template means "pass through" (facts 04 section 4.7).
 */
export function requestTemplate(call: GatewayCall): string | null {
  const { requestTemplates = {}, passthroughBehavior = 'WHEN_NO_MATCH' } = call.integration;
  const mediaType = requestMediaType(call);
  const match = Object.entries(requestTemplates).find(([key]) => key.toLowerCase() === mediaType);
  if (match) return match[1] || null;
  const hasTemplates = Object.keys(requestTemplates).length > 0;
  if (passthroughBehavior === 'NEVER' || (passthroughBehavior === 'WHEN_NO_TEMPLATES' && hasTemplates)) {
    throw new GatewayFault('unsupportedMediaType');
  }
  return null;
}
