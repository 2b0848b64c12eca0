import type {
  DeleteDomainNameAccessAssociationCommandInput,
  DeleteDomainNameAccessAssociationCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findDomainNameAccessAssociation } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDomainNameAccessAssociation.html */
export function deleteDomainNameAccessAssociation(
  context: Context,
  input: DeleteDomainNameAccessAssociationCommandInput,
): Promise<Answer<DeleteDomainNameAccessAssociationCommandOutput>> {
  return context.state.write((tx) => {
    const arn = input.domainNameAccessAssociationArn ?? '';
    findDomainNameAccessAssociation(context, context.scope, arn);
    tx.remove('domainNameAccessAssociations', keyOf.domainNameAccessAssociation(context.scope, arn));
    return {};
  });
}
