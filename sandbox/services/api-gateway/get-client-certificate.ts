import type { GetClientCertificateCommandInput, GetClientCertificateCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findClientCertificate } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetClientCertificate.html */
export function getClientCertificate(
  context: Context,
  input: GetClientCertificateCommandInput,
): Answer<GetClientCertificateCommandOutput> {
  return findClientCertificate(context, input.clientCertificateId).certificate;
}
