/** The server's certificate as the handshake showed it. Times are ISO-8601. */
export interface SeenCertificate {
  subject: string;
  issuer: string;
  names: string[];
  validFrom: string;
  validTo: string;
}

const untrusted = [
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
];

/** What a certificate that does not verify means. `code` is OpenSSL's or Node's name of the fault. */
export function describeInvalidCertificate(code: string, hostname: string, seen: SeenCertificate | null): string {
  if (code === 'CERT_HAS_EXPIRED')
    return `The certificate expired on ${seen?.validTo.slice(0, 10) ?? 'an earlier day'}.`;
  if (code === 'CERT_NOT_YET_VALID')
    return `The certificate is not valid before ${seen?.validFrom.slice(0, 10) ?? 'a later day'}.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = seen?.names.slice(0, 3).join(', ') || seen?.subject || 'another name';
    return `The certificate is for ${names}, not for ${hostname}.`;
  }
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') return 'The certificate is self-signed, so no client trusts it.';
  if (untrusted.includes(code)) return `The certificate was issued by ${seen?.issuer || 'a CA'} that is not trusted.`;
  if (code === 'CERT_REVOKED') return 'The certificate was revoked.';
  return 'The certificate does not verify.';
}

/** What a connection or handshake that failed means. */
export function describeConnectFailure(code: string, hostname: string, address: string, port: number): string {
  const where = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  if (code === 'ECONNREFUSED') return `${where} refused the connection.`;
  if (code === 'TIMEOUT' || code === 'ETIMEDOUT') return `${where} did not answer in time.`;
  if (code === 'ENETUNREACH' || code === 'EHOSTUNREACH') return `${where} can't be reached from here.`;
  if (code === 'ECONNRESET' || code === 'EPIPE') return `${where} closed the connection during the TLS handshake.`;
  if (/UNRECOGNIZED_NAME|HANDSHAKE_FAILURE|INTERNAL_ERROR/.test(code))
    return `${where} has no certificate for ${hostname}.`;
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code)) return `${where} speaks no TLS version from 1.2 on.`;
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER') return `${where} does not speak TLS.`;
  return `The TLS handshake with ${where} failed.`;
}
