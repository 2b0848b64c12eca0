import type { DeleteDomainNameCommandInput, DeleteDomainNameCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findDomainName } from './find';
import { releaseCertificate } from './regional-certificate';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDomainName.html: its mappings go with it, silently. */
export function deleteDomainName(
  context: Context,
  input: DeleteDomainNameCommandInput,
): Promise<Answer<DeleteDomainNameCommandOutput>> {
  return context.state.write((tx) => {
    const found = findDomainName(context, input.domainName);
    const mappings = [
      ...context.state.keys('basePathMappings', keyOf.basePathMapping(context.scope, found.domainName)),
    ];
    for (const key of mappings) tx.remove('basePathMappings', key);
    tx.remove('domainNames', keyOf.domainName(context.scope, found.domainName));
    releaseCertificate(context, tx, found.regionalCertificateArn, found.domainName);
    return {};
  });
}
