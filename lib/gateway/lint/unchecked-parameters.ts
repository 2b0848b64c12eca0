import { entryOf } from '@/lib/gateway/records';
import { finding, ofMethod, perRoute, type Rule } from './rule';

/** Required parameters and models are checked by a request validator only. */
export const uncheckedParameters: Rule = perRoute((route, { snapshot }) => {
  const { requestValidator, requestParameters, requestModels } = route.method;
  const validator = requestValidator === null ? null : entryOf(snapshot.validators, requestValidator);
  const required = Object.entries(requestParameters).some(([key, isRequired]) => isRequired && !key.includes('.path.'));
  const modelled = Object.keys(requestModels).length > 0;
  const unchecked = [
    ...(required && !validator?.validateParameters ? ['required parameters'] : []),
    ...(modelled && !validator?.validateBody ? ['the model of the body'] : []),
  ];
  if (unchecked.length === 0) return [];
  const sentence = `nobody checks ${unchecked.join(' and ')}: that takes a request validator.`;
  return [finding('unchecked-parameters', 'hint', ofMethod(route), sentence, 'Choose a request validator that does.')];
});
