import type {
  UpdateClientCertificateCommandInput,
  UpdateClientCertificateCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredClientCertificate } from '../../model';
import { keyOf } from '../../scope';
import { findClientCertificate } from './find';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule } from './patch-rules';
import { listedWords } from './patch-words';

const rules: PatchRules<StoredClientCertificate['certificate']> = { '/description': clearableRule('description') };
const words = listedWords(Object.keys(rules));

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateClientCertificate.html */
export function updateClientCertificate(
  context: Context,
  input: UpdateClientCertificateCommandInput,
): Promise<Answer<UpdateClientCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findClientCertificate(context, input.clientCertificateId);
    const certificate = applyPatch(
      stored.certificate,
      input.patchOperations,
      rules,
      'updateClientCertificateInput',
      words,
    );
    const key = keyOf.clientCertificate(context.scope, certificate.clientCertificateId);
    tx.put('clientCertificates', key, { ...stored, certificate });
    return certificate;
  });
}
