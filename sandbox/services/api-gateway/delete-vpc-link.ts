import type { DeleteVpcLinkCommandInput, DeleteVpcLinkCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { findVpcLink } from './find';
import { badRequest } from './refusals';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteVpcLink.html: refused while a stage serves a deployment that
 * uses it; the working copy doesn't count (facts 4.4).
 */
export function deleteVpcLink(
  context: Context,
  input: DeleteVpcLinkCommandInput,
): Promise<Answer<DeleteVpcLinkCommandOutput>> {
  return context.state.write((tx) => {
    const { link } = findVpcLink(context, input.vpcLinkId);
    const uses = [...context.state.entries('stages', `${context.scope}/`)].flatMap(({ key, value }) =>
      usesIn(context, restApiIdOf(key), value, link.id),
    );
    if (uses.length > 0) {
      throw badRequest(
        `Cannot delete vpc link. Vpc link '${link.id}', is referenced in [${uses.join(', ')}] in format of ` +
          '[RESTApiId:Method:Resource:Stage].',
      );
    }
    tx.remove('vpcLinks', keyOf.vpcLink(context.scope, link.id));
    return {};
  });
}

/** `account/region/restApiId/stageName` */
function restApiIdOf(stageKey: string): string {
  return stageKey.split('/')[2] ?? '';
}

function usesIn(context: Context, restApiId: string, stage: Collections['stages'], vpcLinkId: string): string[] {
  const served = new Set([stage.deploymentId, stage.canarySettings?.deploymentId ?? stage.deploymentId]);
  const variables = { ...stage.variables, ...stage.canarySettings?.stageVariableOverrides };
  const resources = [...served].flatMap(
    (id) => context.state.get('deployments', keyOf.deployment(context.scope, restApiId, id))?.snapshot.resources ?? [],
  );
  const uses = resources.flatMap(({ id, resourceMethods = {} }) =>
    Object.entries(resourceMethods)
      .filter(([, { methodIntegration }]) => resolved(methodIntegration?.connectionId, variables) === vpcLinkId)
      .map(([verb]) => `${restApiId}:${verb}:${id}:${stage.stageName}`),
  );
  return [...new Set(uses)];
}

function resolved(connectionId: string | undefined, variables: Record<string, string>): string | undefined {
  return connectionId?.replace(/\$\{stageVariables\.(\w+)\}/g, (_all, name: string) => variables[name] ?? '');
}
