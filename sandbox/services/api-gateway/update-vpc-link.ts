import type { UpdateVpcLinkCommandInput, UpdateVpcLinkCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredVpcLink } from '../../model';
import { keyOf } from '../../scope';
import { findVpcLink } from './find';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule, textRule } from './patch-rules';
import { listedWords, type PatchWords } from './patch-words';
import { badRequest } from './refusals';
import { vpcLinkView } from './vpc-link-view';

const rules: PatchRules<StoredVpcLink['link']> = {
  '/name': textRule('name'),
  '/description': clearableRule('description'),
};

const listed = listedWords(Object.keys(rules));
const words: PatchWords = {
  ...listed,
  unknownPath: (patch) =>
    patch.path?.startsWith('/targetArns')
      ? badRequest('Target arns are not allowed to be changed/added.')
      : listed.unknownPath(patch),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateVpcLink.html */
export function updateVpcLink(
  context: Context,
  input: UpdateVpcLinkCommandInput,
): Promise<Answer<UpdateVpcLinkCommandOutput>> {
  return context.state.write((tx) => {
    const before = findVpcLink(context, input.vpcLinkId);
    const link = applyPatch(before.link, input.patchOperations, rules, 'updateVpcLinkInput', words);
    if (link.name === '') throw badRequest('Name cannot be empty');
    const after = { ...before, link };
    tx.put('vpcLinks', keyOf.vpcLink(context.scope, link.id), after);
    return vpcLinkView(context, after);
  });
}
