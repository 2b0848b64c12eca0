import { codingsOf, decode } from './content-codings';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';
import { type ClientBody, wholeBody } from './request-body';

/**
 * The client's body as templates, mappings and back ends get it: decompressed where it is compressed, by default, and from
 * the API's smallest size on where it has one. Throws 415 (AWS, "Call an API method with a compressed payload").
 */
export async function decodeRequest(call: GatewayCall, body: ClientBody): Promise<ClientBody> {
  const contentEncoding = headerValue(call.request.headers, 'Content-Encoding') ?? '';
  if (codingsOf(contentEncoding).length === 0 || body.declaredBytes === 0) return body;
  const whole = await body.read();
  const isSmall = whole.length < (call.restApi.minimumCompressionSize ?? 0);
  return isSmall || whole.length === 0 ? body : wholeBody(await decode(whole, contentEncoding));
}
