import { finding, ofMethod, perRoute, type Rule } from './rule';

export const noIntegration: Rule = perRoute((route) => {
  if (route.integration) return [];
  const sentence = 'it calls no back end; as long as there is such a route, AWS deploys nothing.';
  return [finding('no-integration', 'error', ofMethod(route), sentence, 'Set what it calls, or delete the route.')];
});
