import type {
  DeleteClientCertificateCommandInput,
  DeleteClientCertificateCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findClientCertificate } from './find';
import { badRequest } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteClientCertificate.html: refused while a stage uses it. */
export function deleteClientCertificate(
  context: Context,
  input: DeleteClientCertificateCommandInput,
): Promise<Answer<DeleteClientCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const id = findClientCertificate(context, input.clientCertificateId).certificate.clientCertificateId;
    const stages = [...context.state.entries('stages', `${context.scope}/`)]
      .filter(({ value }) => value.clientCertificateId === id)
      .map(({ key }) => key.slice(context.scope.length + 1).replace('/', ':'));
    // AWS's own words for this aren't known.
    if (stages.length > 0)
      throw badRequest(`Client certificate ${id} is in use. Please remove it from these stages: ${stages.join(', ')}`);
    tx.remove('clientCertificates', keyOf.clientCertificate(context.scope, id));
    return {};
  });
}
