import type { Difference } from '@/lib/gateway/edits';
import type { Authorizer, GatewayResponse, IntegrationResponse, RequestValidator } from '@/lib/gateway/model';
import { titleOf } from '@/lib/gateway/title-of';
import { integrationInWords } from './integration-in-words';
import { short } from './phrases';

type Presence = Exclude<Difference, { change: 'changed' }>;

/** What came or went, in a sentence. */
export function presenceSentence(difference: Presence): string {
  return difference.change === 'added' ? addedSentence(difference) : removedSentence(difference);
}

function addedSentence(difference: Extract<Presence, { change: 'added' }>): string {
  const { subject, after } = difference;
  switch (subject.kind) {
    case 'api':
      return 'New API';
    case 'resource':
      return `New resource ${subject.path}`;
    case 'method': {
      const { integration } = after as Extract<Presence, { change: 'added'; subject: typeof subject }>['after'];
      return `New route ${titleOf(subject)}: ${integration ? integrationInWords(integration) : 'no integration yet'}`;
    }
    case 'integration': {
      const integration = after as Extract<Presence, { change: 'added'; subject: typeof subject }>['after'];
      return `${titleOf(subject)}: now calls ${integrationInWords(integration)}`;
    }
    case 'method-response':
      return `${subject.verb} ${subject.path}: new response ${subject.status}`;
    case 'integration-response':
      return `${subject.verb} ${subject.path}: ${answerInWords(after as IntegrationResponse)} now gives ${subject.status}`;
    case 'authorizer':
      return `New authorizer ${subject.name}: ${authorizerWords[(after as Authorizer).type]}`;
    case 'model':
      return `New model ${subject.name}`;
    case 'validator':
      return `New request validator ${subject.name}: ${validatorInWords(after as RequestValidator)}`;
    case 'gateway-response': {
      const { status } = after as GatewayResponse;
      return `${titleOf(subject)} is customised${status === null ? '' : `: status ${status}`}`;
    }
    case 'stage':
      return `New stage ${subject.name}`;
  }
}

function removedSentence({ subject }: Extract<Presence, { change: 'removed' }>): string {
  switch (subject.kind) {
    case 'resource':
      return `Resource ${subject.path} is removed`;
    case 'method':
      return `Route ${titleOf(subject)} is removed`;
    case 'integration':
      return `${titleOf(subject)}: no longer calls any back end`;
    case 'method-response':
      return `${subject.verb} ${subject.path}: response ${subject.status} is removed`;
    case 'integration-response':
      return `${subject.verb} ${subject.path}: no answer of the back end gives ${subject.status} any more`;
    case 'gateway-response':
      return `${titleOf(subject)} is AWS's own again`;
    case 'api':
    case 'authorizer':
    case 'model':
    case 'validator':
    case 'stage':
      return `${titleOf(subject)} is removed`;
  }
}

const authorizerWords: Readonly<Record<Authorizer['type'], string>> = {
  TOKEN: 'Lambda function that checks a token',
  REQUEST: 'Lambda function that checks the request',
  COGNITO_USER_POOLS: 'Cognito user pool',
};

function answerInWords({ selectionPattern }: IntegrationResponse): string {
  return selectionPattern === null
    ? 'any other answer of the back end'
    : `an answer of the back end like ${short(selectionPattern)}`;
}

function validatorInWords({ validateBody, validateParameters }: RequestValidator): string {
  if (validateBody) return validateParameters ? 'checks body and parameters' : 'checks the body';
  return validateParameters ? 'checks the parameters' : 'checks nothing';
}
