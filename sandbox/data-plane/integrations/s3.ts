import { createHash, randomBytes } from 'node:crypto';
import type { StoredObject } from '../../model';
import { GatewayFault } from '../fault';
import { type HeaderList, headerValue } from '../header-list';
import type { IntegrationAnswer } from '../integration-answer';
import { decodePercent } from '../query-list';
import type { AskService, AwsRequest } from './aws-service';
import type { IntegrationTools } from './integration';

interface ObjectRequest {
  bucket: string;
  key: string;
  headers: HeaderList;
  body: Buffer;
}

type Ask = (request: ObjectRequest, tools: Pick<IntegrationTools, 'state'>) => Promise<IntegrationAnswer>;

const verbs: Record<string, Ask> = {
  GET: async (request, tools) => readObject(request, tools),
  HEAD: async (request, tools) => ({ ...(await readObject(request, tools)), body: Buffer.alloc(0) }),
  async PUT({ bucket, key, headers, body }, { state }) {
    const contentType = headerValue(headers, 'Content-Type') ?? 'binary/octet-stream';
    const isText = Buffer.from(body.toString('utf8')).equals(body);
    const object: StoredObject = isText
      ? { contentType, body: body.toString('utf8') }
      : { contentType, body: body.toString('base64'), isBase64: true };
    await state.write((tx) => tx.put('objects', `${bucket}/${key}`, object));
    return { status: 200, headers: [['ETag', etagOf(body)]], body: Buffer.alloc(0) };
  },
  async DELETE({ bucket, key }, { state }) {
    await state.write((tx) => tx.remove('objects', `${bucket}/${key}`));
    return { status: 204, headers: [], body: Buffer.alloc(0) };
  },
};

/** AWS with `…:s3:path/<bucket>/<key>` or `…:<bucket>.s3:path/<key>`: objects of the sandbox's buckets. */
export const askS3: AskService = async ({ target, verb, headers, body }: AwsRequest, _call, tools) => {
  const path = target.subdomain === null ? target.rest : `${target.subdomain}/${target.rest}`;
  const [, bucket = '', key = ''] = /^([^/]+)\/?(.*)$/s.exec(path) ?? [];
  if (bucket === '') throw new GatewayFault('internal', `Invalid endpoint address: ${target.rest}`);
  const ask = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!ask) return s3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  if (tools.state.entries('objects', `${bucket}/`).next().done) {
    const detail = `<BucketName>${escapeXml(bucket)}</BucketName>`;
    return s3Error(404, 'NoSuchBucket', 'The specified bucket does not exist', detail);
  }
  return ask({ bucket, key: decodePercent(key), headers, body }, tools);
};

function readObject({ bucket, key, headers }: ObjectRequest, { state }: Pick<IntegrationTools, 'state'>) {
  const object = state.get('objects', `${bucket}/${key}`);
  if (!object) return s3Error(404, 'NoSuchKey', 'The specified key does not exist.', `<Key>${escapeXml(key)}</Key>`);
  const body = Buffer.from(object.body, object.isBase64 ? 'base64' : 'utf8');
  const etag = etagOf(body);
  if (headerValue(headers, 'If-None-Match') === etag)
    return { status: 304, headers: [['ETag', etag] as [string, string]], body: Buffer.alloc(0) };
  const described: [string, string][] = [
    ['x-amz-request-id', requestId()],
    ['Date', new Date().toUTCString()],
    ['ETag', etag],
    ['Accept-Ranges', 'bytes'],
    ['Content-Type', object.contentType],
    ['Content-Length', String(body.length)],
    ['Server', 'AmazonS3'],
  ];
  return { status: 200, headers: described, body };
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

function requestId(): string {
  return randomBytes(8).toString('hex').toUpperCase();
}

function s3Error(status: number, code: string, message: string, detail = ''): IntegrationAnswer {
  const fields = `<Code>${code}</Code><Message>${message}</Message>${detail}<RequestId>${requestId()}</RequestId>`;
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<Error>${fields}</Error>`);
  return { status, headers: [['Content-Type', 'application/xml']], body };
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
