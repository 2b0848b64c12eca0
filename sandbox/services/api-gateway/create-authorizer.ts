import type { CreateAuthorizerCommandInput, CreateAuthorizerCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredAuthorizer } from '../../model';
import { keyOf } from '../../scope';
import { refuseBadAuthorizer } from './authorizer-checks';
import { defined } from './defined';
import { randomId } from './random-id';
import { badRequest, conflict } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
export function createAuthorizer(
  context: Context,
  input: CreateAuthorizerCommandInput,
): Promise<Answer<CreateAuthorizerCommandOutput>> {
  return context.state.write((tx) => {
    const { restApiId = '', ...given } = input;
    if (!context.state.get('restApis', keyOf.restApi(context.scope, restApiId))) {
      // AWS says no more than this of an API that isn't there (facts 7.1, 6).
      throw conflict('Unable to complete operation due to concurrent modification. Please try again later.');
    }
    refuseBadAuthorizer(given);
    const others = context.state.list('authorizers', keyOf.authorizer(context.scope, restApiId));
    if (others.some((other) => other.name === given.name)) {
      throw badRequest(`Authorizer name must be unique. Authorizer ${given.name} already exists in this RestApi.`);
    }
    refuseOverQuota(context, 'maxAuthorizers', others.length);
    const authorizer: StoredAuthorizer = defined({
      ...given,
      id: randomId(6),
      name: given.name ?? '',
      authType: given.authType ?? (given.type === 'COGNITO_USER_POOLS' ? 'cognito_user_pools' : 'custom'),
      authorizerResultTtlInSeconds: given.authorizerResultTtlInSeconds ?? 300,
    });
    tx.put('authorizers', keyOf.authorizer(context.scope, restApiId, authorizer.id), authorizer);
    return authorizer;
  });
}
