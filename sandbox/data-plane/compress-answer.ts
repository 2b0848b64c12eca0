import { encode, preferredCoding } from './content-codings';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';
import { type GatewayAnswer, readAnswerBody } from './integration-answer';

/**
 * Compresses an integration's answer where its API says from which size on, the client asks for it, and the back end did
 * not do so itself.
 */
export async function compressAnswer(call: GatewayCall, answer: GatewayAnswer): Promise<GatewayAnswer> {
  const { minimumCompressionSize } = call.restApi;
  if (minimumCompressionSize === undefined || call.integration.responseTransferMode === 'STREAM') return answer;
  const coding = preferredCoding(headerValue(call.request.headers, 'Accept-Encoding'));
  const hasNoBody = call.request.verb === 'HEAD' || answer.status === 204 || answer.status === 304;
  if (coding === null || hasNoBody || headerValue(answer.headers, 'Content-Encoding') !== undefined) return answer;
  const body = await readAnswerBody(answer.body);
  if (body.length < minimumCompressionSize) return { ...answer, body };
  return { ...answer, headers: [...answer.headers, ['Content-Encoding', coding]], body: await encode(body, coding) };
}
