import 'server-only';
import { type Explanation, explain, notFound, type Row } from './explain';

const badRequest = /^BadRequestException$/;
const conflict = /^ConflictException$/;
const missing = /^NotFoundException$/;

const row = (code: RegExp, message: RegExp, explanation: Explanation): Row => {
  return { service: 'apigateway', code, message, explanation };
};
const invalid = (sentence: string, fix: string) => explain('invalid', sentence, fix);

/** What API Gateway says about resources, methods, integrations, what they share, deployments and stages. */
export const routeErrors: readonly Row[] = [
  // Resources
  row(
    badRequest,
    /sibling .* already has a variable path part/i,
    explain(
      'conflict',
      'Another path variable stands beside this one; a path may branch into one variable only.',
      'Use the variable that is there, or delete its resource first.',
    ),
  ),
  row(
    badRequest,
    /child of a resource with a greedy path variable/i,
    invalid(
      'A greedy path variable such as {proxy+} takes the rest of the path, so nothing can stand below it.',
      'Put the new resource beside it.',
    ),
  ),
  row(
    conflict,
    /same parent already has this name/i,
    explain('conflict', 'The gateway already has a resource of this path.', 'Use that one.'),
  ),
  row(
    badRequest,
    /path part only allow/i,
    invalid(
      'The path holds characters that API Gateway does not allow.',
      'Use letters, digits, dots, underscores and hyphens, or one variable in braces for a whole segment.',
    ),
  ),
  row(
    /^(LimitExceededException|BadRequestException)$/,
    /maximum number of resources/i,
    explain(
      'limit',
      'The gateway has as many resources as AWS allows.',
      'Delete resources that are not needed, gather routes under {proxy+}, or ask AWS to raise the quota (300 at first).',
    ),
  ),

  // Methods
  row(
    conflict,
    /method already exists/i,
    explain('conflict', 'The resource already has this method.', 'Edit the method that is there.'),
  ),
  row(
    conflict,
    /response already exists/i,
    explain('conflict', 'The method already has a response of this status.', 'Edit the response that is there.'),
  ),
  row(
    badRequest,
    /invalid authorizer ID/i,
    invalid("The method's authorizer does not exist on the gateway.", 'Choose an authorizer that exists.'),
  ),
  row(
    badRequest,
    /request validator identifier/i,
    invalid("The method's request validator does not exist on the gateway.", 'Choose a validator that exists.'),
  ),
  row(
    badRequest,
    /invalid model identifier/i,
    invalid('A model that the method refers to does not exist on the gateway.', 'Choose a model that exists.'),
  ),
  row(
    badRequest,
    /parameter names must be unique/i,
    invalid(
      'The method declares one name twice, for example as header and as query parameter.',
      'Give each parameter a name of its own, over headers, query and path.',
    ),
  ),
  row(
    badRequest,
    /HttpMethod/,
    invalid(
      'The method or the verb of its integration is none that API Gateway knows.',
      'Choose a verb from the list.',
    ),
  ),

  // Mappings
  row(
    badRequest,
    /invalid mapping expression parameter specified/i,
    invalid(
      'A mapping uses a parameter that the method does not declare.',
      "Declare it: headers, query and path parameters in the method's request, headers of answers in its responses.",
    ),
  ),
  row(
    badRequest,
    /no method response exists for method/i,
    invalid(
      'An answer of the integration has a status that the method does not declare.',
      'Add a response of this status to the method.',
    ),
  ),
  row(
    badRequest,
    /invalid mapping (expression|identifier)/i,
    invalid("A parameter mapping is wrong in AWS's eyes.", "Correct the mapping that AWS's words name."),
  ),
  row(
    badRequest,
    /invalid content type/i,
    invalid('A template has a content type that AWS does not know.', 'Write it like application/json.'),
  ),

  // Integrations
  row(
    badRequest,
    /invalid HTTP endpoint/i,
    invalid("The back end's URL is not one that API Gateway can call.", 'Write it like https://host.example.com/path.'),
  ),
  row(
    badRequest,
    /invalid ARN|ARN for integration|only supports Lambda function/i,
    invalid('The integration names an AWS service or function in a way that API Gateway refuses.', 'Correct the ARN.'),
  ),
  row(
    badRequest,
    /timeout should be between/i,
    invalid(
      'The timeout is outside of what the account allows.',
      'Choose a timeout of 50 ms to 29 s, or ask AWS to raise the quota.',
    ),
  ),
  row(
    badRequest,
    /role ARN must be specified/i,
    invalid('An integration with an AWS service needs a role.', 'Name the role that API Gateway is to assume.'),
  ),
  row(missing, /vpc link identifier/i, notFound('The VPC link')),

  // What routes share
  row(
    conflict,
    /is referenced in/i,
    explain('in-use', 'Methods or models still refer to it.', 'Remove it there first; AWS names the places.'),
  ),
  row(
    badRequest,
    /authorizer name must be unique/i,
    explain(
      'conflict',
      'The gateway already has an authorizer of this name.',
      'Edit that one, or choose another name.',
    ),
  ),
  row(
    conflict,
    /model name already exists/i,
    explain('conflict', 'The gateway already has a model of this name.', 'Edit that one, or choose another name.'),
  ),
  row(
    badRequest,
    /model (schema|name) must|invalid model (schema|specified)/i,
    invalid(
      'AWS refused the model.',
      'Give it a name of letters and digits, and a JSON schema with properties or items.',
    ),
  ),

  // Deployments and stages
  row(
    badRequest,
    /doesn't contain any methods/i,
    invalid('There is nothing to deploy: the gateway has no methods.', 'Add a route first.'),
  ),
  row(
    badRequest,
    /no integration defined for method/i,
    invalid(
      "A method has no integration, so the working copy can't be deployed.",
      'Give every method an integration, or delete the method.',
    ),
  ),
  row(
    badRequest,
    /deployment id does not exist/i,
    invalid('The deployment does not exist any more.', 'Choose one that is still there.'),
  ),
  row(
    badRequest,
    /active stages pointing to this deployment/i,
    explain('in-use', 'A stage still serves this deployment.', 'Point the stage at another deployment first.'),
  ),
  row(
    conflict,
    /stage already exists/i,
    explain('conflict', 'The gateway already has a stage of this name.', 'Choose another name.'),
  ),
  row(
    badRequest,
    /CloudWatch Logs role/i,
    invalid(
      'The account has no role with which API Gateway may write logs.',
      "Set the role in API Gateway's account settings, then try again.",
    ),
  ),
  row(
    badRequest,
    /invalid (patch|method setting|accessLogSettings)|cannot remove method setting/i,
    invalid('AWS does not take this change of a setting.', "See AWS's words in the details."),
  ),

  // What isn't there
  row(missing, /stage identifier/i, notFound('The stage')),
  row(missing, /deployment identifier/i, notFound('The deployment')),
  row(missing, /resource identifier/i, notFound('The path')),
  row(missing, /method identifier/i, notFound('The method')),
  row(missing, /integration identifier/i, notFound('The integration')),
  row(missing, /response status code/i, notFound('The response')),
  row(missing, /authorizer identifier/i, notFound('The authorizer')),
  row(missing, /request validator identifier/i, notFound('The request validator')),
  row(missing, /model name/i, notFound('The model')),
];
