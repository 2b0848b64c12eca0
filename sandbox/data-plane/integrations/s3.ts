import { createHash, randomBytes } from 'node:crypto';
import type { StoredObject } from '../../model';
import type { State } from '../../state';
import { GatewayFault } from '../fault';
import type { IntegrationAnswer } from '../integration-answer';
import { applyIntegrationResponse } from '../integration-response';
import { integrationUri } from '../integration-uri';
import { decodePercent } from '../query-list';
import type { RunIntegration } from './integration';

/** AWS with `arn:aws:apigateway:<region>:s3:path/<bucket>/<key>`: reads an object of a sandbox bucket. */
export const runS3: RunIntegration = async (call, tools) => {
  const uri = integrationUri(call, null);
  const [, bucket = '', key = ''] = /^arn:aws:apigateway:[^:]*:s3:path\/([^/]+)\/?(.*)$/s.exec(uri) ?? [];
  if (bucket === '' || /[{}]/.test(uri)) throw new GatewayFault('internal', `invalid endpoint address: ${uri}`);
  const verb = call.integration.httpMethod ?? call.request.verb;
  const isSigned = Boolean(call.integration.credentials);
  const answer = askS3(tools.state, {
    verb: verb === 'ANY' ? call.request.verb : verb,
    bucket,
    key: decodePercent(key),
    isSigned,
  });
  const mapped = await applyIntegrationResponse(call, answer);
  return { ...mapped, headers: [...mapped.headers, ['X-Amzn-Trace-Id', call.request.traceId]] };
};

interface ObjectRequest {
  verb: string;
  bucket: string;
  key: string;
  isSigned: boolean;
}

function askS3(state: State, { verb, bucket, key, isSigned }: ObjectRequest): IntegrationAnswer {
  if (!isSigned) return s3Error(403, 'AccessDenied', 'Access Denied');
  if (verb !== 'GET' && verb !== 'HEAD') {
    return s3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
  const object = state.get('objects', `${bucket}/${key}`);
  if (object) return s3Object(object, verb);
  const bucketExists = !state.entries('objects', `${bucket}/`).next().done;
  return bucketExists
    ? s3Error(404, 'NoSuchKey', 'The specified key does not exist.', `<Key>${escapeXml(key)}</Key>`)
    : s3Error(
        404,
        'NoSuchBucket',
        'The specified bucket does not exist',
        `<BucketName>${escapeXml(bucket)}</BucketName>`,
      );
}

function s3Object(object: StoredObject, verb: string): IntegrationAnswer {
  const body = Buffer.from(object.body);
  const headers: [string, string][] = [
    ['x-amz-request-id', randomBytes(8).toString('hex').toUpperCase()],
    ['Date', new Date().toUTCString()],
    ['ETag', `"${createHash('md5').update(body).digest('hex')}"`],
    ['Accept-Ranges', 'bytes'],
    ['Content-Type', object.contentType],
    ['Content-Length', String(body.length)],
    ['Server', 'AmazonS3'],
  ];
  return { status: 200, headers, body: verb === 'HEAD' ? Buffer.alloc(0) : body };
}

function s3Error(status: number, code: string, message: string, detail = ''): IntegrationAnswer {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  const fields = `<Code>${code}</Code><Message>${message}</Message>${detail}<RequestId>${requestId}</RequestId>`;
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<Error>${fields}</Error>`);
  return { status, headers: [['Content-Type', 'application/xml']], body };
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
