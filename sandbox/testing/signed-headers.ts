/**
 * The headers of a request that looks signed; the sandbox checks no secret.
 * @param options the access key, the region, and the time of signing where that isn't now, ms since 1970
 */
export function signedHeaders(
  service: string,
  { accessKeyId = 'AKIATEST', region = 'us-east-1', time = Date.now() } = {},
): { authorization: string; 'x-amz-date': string } {
  const date = new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
  const credential = `Credential=${accessKeyId}/${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  return {
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
    'x-amz-date': date,
  };
}
