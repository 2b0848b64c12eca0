import { describe, expect, test } from 'vitest';
import { describeFailure } from './describe-failure';
import type { AwsErrorKind } from './errors';

function failureOf(operation: string, status: number, code: string, message: string) {
  const error = Object.assign(new Error(message), {
    name: code,
    $metadata: { httpStatusCode: status, requestId: 'r-1' },
    $response: {},
  });
  return describeFailure(error, 'apigateway', operation);
}

const mapping = (what: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${what}]`;

/** Operation, status, code, AWS's words, our kind, a word of our sentence. */
const rows: [string, number, string, string, AwsErrorKind, RegExp][] = [
  [
    'CreateResource',
    400,
    'BadRequestException',
    'A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed',
    'conflict',
    /variable/,
  ],
  [
    'CreateResource',
    400,
    'BadRequestException',
    'Cannot create a child of a resource with a greedy path variable: {proxy+}',
    'invalid',
    /greedy/,
  ],
  [
    'CreateResource',
    409,
    'ConflictException',
    'Another resource with the same parent already has this name: pets',
    'conflict',
    /this path/,
  ],
  [
    'CreateResource',
    400,
    'BadRequestException',
    "Resource's path part only allow a-zA-Z0-9._- and curly braces at the beginning and the end and an optional plus sign before the closing brace.",
    'invalid',
    /characters/,
  ],
  [
    'CreateResource',
    429,
    'LimitExceededException',
    'Maximum number of Resources for this API has been reached. Please contact AWS if you need additional Resources.',
    'limit',
    /resources/,
  ],
  [
    'CreateAuthorizer',
    429,
    'LimitExceededException',
    'Maximum number of authorizers for this API has been reached',
    'limit',
    /quota/,
  ],
  [
    'CreateAuthorizer',
    400,
    'BadRequestException',
    'Authorizer name must be unique. Authorizer x already exists in this RestApi.',
    'conflict',
    /authorizer/,
  ],
  ['PutMethod', 409, 'ConflictException', 'Method already exists for this resource', 'conflict', /method/],
  [
    'PutMethod',
    400,
    'BadRequestException',
    'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
    'invalid',
    /verb/,
  ],
  [
    'PutMethod',
    400,
    'BadRequestException',
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    'invalid',
    /authorizer/,
  ],
  [
    'UpdateMethod',
    400,
    'BadRequestException',
    'Invalid Request Validator identifier specified',
    'invalid',
    /validator/,
  ],
  ['PutMethod', 400, 'BadRequestException', 'Invalid model identifier specified: petModel', 'invalid', /model/],
  [
    'PutMethod',
    400,
    'BadRequestException',
    'Parameter names must be unique across querystring, header and path',
    'invalid',
    /twice/,
  ],
  [
    'PutIntegration',
    400,
    'BadRequestException',
    mapping('Invalid mapping expression parameter specified: method.request.path.page'),
    'invalid',
    /declare/,
  ],
  ['PutIntegration', 400, 'BadRequestException', mapping('Invalid mapping identifier specified'), 'invalid', /mapping/],
  [
    'PutMethod',
    400,
    'BadRequestException',
    mapping('Invalid mapping expression specified: true'),
    'invalid',
    /mapping/,
  ],
  [
    'PutIntegrationResponse',
    400,
    'BadRequestException',
    mapping('No method response exists for method.'),
    'invalid',
    /status/,
  ],
  [
    'PutIntegrationResponse',
    400,
    'BadRequestException',
    'Validation Result: warnings : [], errors : [Invalid content type specified: 123]',
    'invalid',
    /content type/,
  ],
  [
    'PutIntegration',
    400,
    'BadRequestException',
    'Enumeration value for HttpMethod must be non-empty',
    'invalid',
    /verb/,
  ],
  ['PutIntegration', 400, 'BadRequestException', 'Invalid HTTP endpoint specified for URI', 'invalid', /URL/],
  ['PutIntegration', 400, 'BadRequestException', 'Invalid ARN specified in the request', 'invalid', /service/],
  [
    'PutIntegration',
    400,
    'BadRequestException',
    'AWS ARN for integration must contain path or action',
    'invalid',
    /service/,
  ],
  ['PutIntegration', 400, 'BadRequestException', 'Timeout should be between 50 ms and 29000 ms', 'invalid', /timeout/],
  ['PutIntegration', 400, 'BadRequestException', 'Role ARN must be specified for AWS integrations', 'invalid', /role/],
  [
    'DeleteModel',
    409,
    'ConflictException',
    "Cannot delete model 'X', is referenced in method request: //ANY",
    'in-use',
    /refer/,
  ],
  ['CreateModel', 409, 'ConflictException', 'Model name already exists for this REST API', 'conflict', /model/],
  [
    'CreateModel',
    400,
    'BadRequestException',
    'Model schema must have at least 1 property or array items defined',
    'invalid',
    /model/,
  ],
  [
    'CreateDeployment',
    400,
    'BadRequestException',
    "The REST API doesn't contain any methods",
    'invalid',
    /nothing to deploy/,
  ],
  ['CreateDeployment', 400, 'BadRequestException', 'No integration defined for method', 'invalid', /integration/],
  ['UpdateStage', 400, 'BadRequestException', 'Deployment id does not exist', 'invalid', /deployment/],
  [
    'DeleteDeployment',
    400,
    'BadRequestException',
    'Active stages pointing to this deployment must be moved or deleted',
    'in-use',
    /stage/,
  ],
  ['CreateStage', 409, 'ConflictException', 'Stage already exists', 'conflict', /stage/],
  ['GetStage', 404, 'NotFoundException', 'Invalid stage identifier specified', 'not-found', /stage/],
  ['GetDeployment', 404, 'NotFoundException', 'Invalid Deployment identifier specified', 'not-found', /deployment/],
  ['PutMethod', 404, 'NotFoundException', 'Invalid Resource identifier specified', 'not-found', /path/],
  ['UpdateMethod', 404, 'NotFoundException', 'Invalid Method identifier specified', 'not-found', /method/],
  [
    'UpdateIntegration',
    404,
    'NotFoundException',
    'Invalid Integration identifier specified',
    'not-found',
    /integration/,
  ],
  ['UpdateMethodResponse', 404, 'NotFoundException', 'Invalid Response status code specified', 'not-found', /response/],
  ['UpdateModel', 404, 'NotFoundException', 'Invalid model name specified: MySchema', 'not-found', /model/],
  [
    'UpdateStage',
    400,
    'BadRequestException',
    'Invalid method setting path: /x. Must be one of: [/deploymentId]',
    'invalid',
    /setting/,
  ],
];

describe("API Gateway's words about routes become sentences to act on", () => {
  test.each(rows)('%s %i %s "%s"', (operation, status, code, message, kind, words) => {
    const failure = failureOf(operation, status, code, message);
    expect(failure).toMatchObject({ kind, retryable: false, awsMessage: message });
    expect(failure.sentence).toMatch(/^[A-Z].*\.$/);
    expect(failure.sentence).toMatch(words);
    expect(failure.fix).toMatch(/\.$/);
  });

  test('what is transient stays so', () => {
    const words = 'Unable to complete operation due to concurrent modification. Please try again later.';
    expect(failureOf('CreateAuthorizer', 409, 'ConflictException', words)).toMatchObject({ retryable: true });
  });
});
