import { entryOf } from '@/lib/gateway/records';
import { finding, ofMethod, perRoute, type Rule } from './rule';

/** A method's authorizer is there and of the kind that the authorization wants. */
export const authorization: Rule = perRoute((route, { snapshot }) => {
  const { authorizationType, authorizer, authorizationScopes } = route.method;
  const subject = ofMethod(route);
  const fix = 'Choose an authorizer, or another kind of authorization.';
  if (authorizationType === 'NONE' || authorizationType === 'AWS_IAM') {
    if (authorizationScopes.length === 0) return [];
    const sentence = 'authorization scopes do nothing without a Cognito authorizer.';
    return [finding('idle-scopes', 'hint', subject, sentence, 'Take them away, or choose a Cognito authorizer.')];
  }
  if (authorizer === null) {
    return [finding('invalid-authorizer', 'error', subject, 'it is to be authorized, but by no authorizer.', fix)];
  }
  const found = entryOf(snapshot.authorizers, authorizer);
  if (found === null) {
    return [finding('invalid-authorizer', 'error', subject, `there is no authorizer ${authorizer}.`, fix)];
  }
  const isCognito = found.type === 'COGNITO_USER_POOLS';
  if (isCognito === (authorizationType === 'COGNITO_USER_POOLS')) return [];
  const sentence = `the authorizer ${authorizer} is ${isCognito ? 'a Cognito one' : 'a Lambda function'}; the authorization wants the other kind.`;
  return [finding('invalid-authorizer', 'error', subject, sentence, fix)];
});
