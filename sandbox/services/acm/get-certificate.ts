import type { GetCertificateCommandInput, GetCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { findCertificate } from './find-certificate';

const endOfFirst = '-----END CERTIFICATE-----';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_GetCertificate.html */
export function getCertificate(
  context: Context,
  input: GetCertificateCommandInput,
): Answer<GetCertificateCommandOutput> {
  const { chainPem, detail } = findCertificate(context, input.CertificateArn);
  if (!chainPem) {
    throw new Failure(
      'RequestInProgressException',
      `Certificate ${detail.CertificateArn} in account ${context.account} not yet issued`,
    );
  }
  const end = chainPem.indexOf(endOfFirst) + endOfFirst.length;
  const chain = chainPem.slice(end).trim();
  return { Certificate: chainPem.slice(0, end), ...(chain === '' ? {} : { CertificateChain: chain }) };
}
