import { GatewayFault } from './fault';
import type { CallContext, GatewayCall } from './gateway-call';
import { headerValue } from './header-list';

/** The media type without parameters, lower case. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(/[;,]/, 1)[0]?.trim().toLowerCase() || 'application/json';
}

/** Whether the API takes a media type for binary. */
export function isBinary({ restApi }: Pick<CallContext, 'restApi'>, mediaType: string): boolean {
  const [group] = mediaType.split('/', 1);
  return (restApi.binaryMediaTypes ?? []).some((type) =>
    [mediaType, `${group}/*`, '*/*'].includes(type.toLowerCase().trim()),
  );
}

/** Whether the client asked for binary: the first type that it accepts decides (facts 04, section 4.8). */
export function acceptsBinary(call: CallContext): boolean {
  const accept = headerValue(call.request.headers, 'Accept');
  return accept !== undefined && isBinary(call, mediaTypeOf(accept));
}

/** What the integration gets of the client's body. */
export function convertRequest(call: GatewayCall, body: Buffer): Buffer {
  const comesBinary = isBinary(call, mediaTypeOf(headerValue(call.request.headers, 'Content-Type')));
  const { contentHandling } = call.integration;
  if (contentHandling === 'CONVERT_TO_TEXT' && comesBinary) return encoded(body);
  if (contentHandling === 'CONVERT_TO_BINARY' && !comesBinary) return decoded(body);
  return body;
}

/** A body as templates and mappings see it: binary ones in base64. */
export function readableBody(call: GatewayCall, body: Buffer): string {
  const comesBinary = isBinary(call, mediaTypeOf(headerValue(call.request.headers, 'Content-Type')));
  return body.toString(comesBinary ? 'base64' : 'utf8');
}

type Conversion = 'none' | 'encode' | 'decode';

/** What happens to an answer's body on its way to the client. AWS, "Content type conversions in API Gateway". */
export function responseConversion(
  call: CallContext,
  contentType: string | undefined,
  contentHandling: string | undefined,
): Conversion {
  if ((call.restApi.binaryMediaTypes ?? []).length === 0 && contentHandling === undefined) return 'none';
  const isBinaryBody = isBinary(call, mediaTypeOf(contentType));
  const wantsBinary = acceptsBinary(call);
  if (contentHandling === 'CONVERT_TO_TEXT') return isBinaryBody ? 'encode' : 'none';
  if (contentHandling === 'CONVERT_TO_BINARY') return isBinaryBody ? 'none' : 'decode';
  if (isBinaryBody === wantsBinary) return 'none';
  return isBinaryBody ? 'encode' : 'decode';
}

export function convert(conversion: Conversion, body: Buffer): Buffer {
  if (conversion === 'none') return body;
  return conversion === 'encode' ? encoded(body) : decoded(body);
}

function encoded(body: Buffer): Buffer {
  return Buffer.from(body.toString('base64'));
}

function decoded(body: Buffer): Buffer {
  const text = body.toString('latin1').trim();
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0)
    throw new GatewayFault('internal', 'the body is no base64');
  return Buffer.from(text, 'base64');
}
