import { finding, ofMethod, perRoute, type Rule } from './rule';

export const apiKey: Rule = perRoute((route, { snapshot }) => {
  const { apiKeyRequired, authorizationType } = route.method;
  if (!apiKeyRequired || snapshot.api.apiKeySource === 'HEADER' || authorizationType === 'CUSTOM') return [];
  const sentence =
    'it requires an API key, which is to come from the authorizer, but it has no Lambda authorizer: every request ends in 403.';
  return [
    finding(
      'api-key-source',
      'error',
      ofMethod(route),
      sentence,
      'Add a Lambda authorizer, or take API keys from the header.',
    ),
  ];
});
