import { apiKey } from './api-key';
import { authorization } from './authorization';
import { authorizers } from './authorizers';
import { contentTypes } from './content-types';
import { cors } from './cors';
import { defaultResponse } from './default-response';
import { gatewayResponses } from './gateway-responses';
import { lambda } from './lambda';
import { lostPath } from './lost-path';
import { mappings } from './mappings';
import { mockStatus } from './mock-status';
import { models } from './models';
import { noIntegration } from './no-integration';
import { plainHttp } from './plain-http';
import { references } from './references';
import { reservedPath } from './reserved-path';
import type { Rule } from './rule';
import { secrets } from './secrets';
import { selectionPatterns } from './selection-patterns';
import { shadowed } from './shadowed';
import { siblings } from './siblings';
import { stageVariables } from './stage-variables';
import { timeouts } from './timeouts';
import { tls } from './tls';
import { transfer } from './transfer';
import { uncheckedParameters } from './unchecked-parameters';
import { unreachable } from './unreachable';
import { uris } from './uris';
import { vpcLinks } from './vpc-links';

/** All rules; a new one is a file, a line here and a row in the test. */
export const rules: readonly Rule[] = [
  siblings,
  references,
  authorization,
  authorizers,
  models,
  gatewayResponses,
  mappings,
  uris,
  transfer,
  timeouts,
  vpcLinks,
  lambda,
  contentTypes,
  defaultResponse,
  noIntegration,
  mockStatus,
  apiKey,
  plainHttp,
  tls,
  secrets,
  lostPath,
  selectionPatterns,
  cors,
  stageVariables,
  reservedPath,
  shadowed,
  unreachable,
  uncheckedParameters,
];
