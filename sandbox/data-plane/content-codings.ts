import { promisify } from 'node:util';
import { deflate, gunzip, gzip, inflate, inflateRaw } from 'node:zlib';
import { GatewayFault } from './fault';
import { maxBodyBytes } from './request-body';

type Transform = (body: Buffer) => Promise<Buffer>;

const bounded = { maxOutputLength: maxBodyBytes };
const inflated: Transform = (body) => promisify(inflate)(body, bounded);
const inflatedRaw: Transform = (body) => promisify(inflateRaw)(body, bounded);
const gunzipped: Transform = (body) => promisify(gunzip)(body, bounded);

/** The content codings that API Gateway knows, `identity` besides. */
const decoders: Record<string, Transform> = {
  gzip: gunzipped,
  'x-gzip': gunzipped,
  // By RFC 9110 it is zlib's format, but many send the bare one.
  deflate: (body) => ((body[0] ?? 0) % 16 === 8 ? inflated(body) : inflatedRaw(body)),
};

const encoders = { gzip: promisify(gzip) as Transform, deflate: promisify(deflate) as Transform };
type Coding = keyof typeof encoders;

/** One above the other; more than any client has a reason for. */
const maxCodings = 4;

/** Undoes `Content-Encoding`, the last coding first. Throws 415 for codings that aren't known, or aren't those of the body. */
export async function decode(body: Buffer, contentEncoding: string): Promise<Buffer> {
  let decoded = body;
  const codings = codingsOf(contentEncoding).reverse();
  if (codings.length > maxCodings) throw new GatewayFault('unsupportedMediaType', `${codings.length} content codings`);
  for (const coding of codings) {
    const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!decoder) throw new GatewayFault('unsupportedMediaType', `the content coding ${coding} is not supported`);
    decoded = await decoder(decoded).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_BUFFER_TOO_LARGE') throw new GatewayFault('requestTooLong');
      throw new GatewayFault('unsupportedMediaType', `the body is no ${coding}: ${error.message}`);
    });
  }
  return decoded;
}

/** In their order, without those that change nothing. */
export function codingsOf(contentEncoding: string): string[] {
  const codings = contentEncoding.split(',').map((coding) => coding.trim().toLowerCase());
  return codings.filter((coding) => coding !== '' && coding !== 'identity');
}

export function encode(body: Buffer, coding: Coding): Promise<Buffer> {
  return encoders[coding](body);
}

/**
 * The coding of an answer for an `Accept-Encoding`, or `null` for none: the one the client likes best, if API Gateway has
 * it. `*` means none (AWS, "Receive an API response with a compressed payload").
 */
export function preferredCoding(acceptEncoding: string | undefined): Coding | null {
  const wishes = (acceptEncoding ?? '').split(',').map((wish) => {
    const [name = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  const best = Math.max(...wishes.map(({ weight }) => weight || 0));
  if (best === 0) return null;
  const found = wishes.find(({ name, weight }) => weight === best && Object.hasOwn(encoders, name));
  return (found?.name as Coding | undefined) ?? null;
}
