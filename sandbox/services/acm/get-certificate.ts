import type { GetCertificateCommandInput, GetCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { findCertificate } from './find-certificate';
import { notYetIssued } from './refuse-unissued';

const endOfFirst = '-----END CERTIFICATE-----';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_GetCertificate.html */
export function getCertificate(
  context: Context,
  input: GetCertificateCommandInput,
): Answer<GetCertificateCommandOutput> {
  const { chainPem, detail } = findCertificate(context, input.CertificateArn);
  if (!chainPem) throw notYetIssued(context, detail.CertificateArn);
  const end = chainPem.indexOf(endOfFirst) + endOfFirst.length;
  const chain = chainPem.slice(end).trim();
  return { Certificate: chainPem.slice(0, end), ...(chain === '' ? {} : { CertificateChain: chain }) };
}
