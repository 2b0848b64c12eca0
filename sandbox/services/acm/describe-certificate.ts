import type { DescribeCertificateCommandInput, DescribeCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { certificateView } from './certificate-view';
import { findCertificate } from './find-certificate';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_DescribeCertificate.html */
export function describeCertificate(
  context: Context,
  input: DescribeCertificateCommandInput,
): Answer<DescribeCertificateCommandOutput> {
  return { Certificate: certificateView(context, findCertificate(context, input.CertificateArn)) };
}
