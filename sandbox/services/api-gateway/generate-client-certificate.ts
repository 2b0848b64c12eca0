import type {
  GenerateClientCertificateCommandInput,
  GenerateClientCertificateCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { createClientCertificate } from '../../pki/client-certificate';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { randomId } from './random-id';
import { refuseOverQuota } from './refuse-over-quota';
import { checkedTags } from './tags';

const year = 365 * 24 * 60 * 60 * 1000;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GenerateClientCertificate.html: good for a year. */
export async function generateClientCertificate(
  context: Context,
  { description, tags }: GenerateClientCertificateCommandInput,
): Promise<Answer<GenerateClientCertificateCommandOutput>> {
  const checked = tags && checkedTags(tags);
  refuseTooMany(context);
  const createdDate = new Date(Math.floor(context.now / 1000) * 1000);
  const expirationDate = new Date(createdDate.getTime() + year);
  const { certificatePem, privateKeyPem } = await createClientCertificate({
    notBefore: createdDate,
    notAfter: expirationDate,
  });
  const certificate = defined({
    clientCertificateId: randomId(6),
    description: description || undefined,
    pemEncodedCertificate: certificatePem,
    createdDate,
    expirationDate,
    tags: checked,
  });
  return context.state.write((tx) => {
    refuseTooMany(context);
    const key = keyOf.clientCertificate(context.scope, certificate.clientCertificateId);
    tx.put('clientCertificates', key, { certificate, privateKeyPem });
    return certificate;
  });
}

function refuseTooMany(context: Context): void {
  const present = context.state.count('clientCertificates', keyOf.clientCertificate(context.scope));
  refuseOverQuota(context, 'maxClientCertificates', present);
}
