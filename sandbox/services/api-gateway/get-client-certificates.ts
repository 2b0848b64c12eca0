import type {
  GetClientCertificatesCommandInput,
  GetClientCertificatesCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetClientCertificates.html */
export function getClientCertificates(
  context: Context,
  input: GetClientCertificatesCommandInput,
): Answer<GetClientCertificatesCommandOutput> {
  const all = context.state.list('clientCertificates', keyOf.clientCertificate(context.scope));
  return page(
    all.map(({ certificate }) => certificate),
    input,
  );
}
