'use client';

import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Method } from '@/lib/gateway/model';
import type { RouteFacts } from '@/lib/routes/model';
import { CheckField } from './back-end/check-field';
import { DeclaredParameters } from './declared-parameters';
import { Pairs } from './pairs';
import { StringList } from './string-list';

const authorizations: Record<Method['authorizationType'], string> = {
  NONE: 'Anybody',
  AWS_IAM: 'Signed by AWS IAM',
  CUSTOM: 'Whom a Lambda authorizer lets in',
  COGNITO_USER_POOLS: 'Users of a Cognito user pool',
};

/** Who may call the route, and what its request has to be like. */
export function MethodTab({
  method,
  onChange,
  facts,
}: {
  method: Method;
  onChange: (method: Method) => void;
  facts: RouteFacts;
}) {
  const { authorizationType, authorizer } = method;
  const asks = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS';
  return (
    <div className="grid gap-4 xl:grid-cols-2 xl:items-start">
      <Card title="Who may call it">
        <div className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="authorizationType" label="Authorization">
              {(control) => (
                <Select
                  {...control}
                  value={authorizationType}
                  onChange={(event) => {
                    const type = event.target.value as Method['authorizationType'];
                    const needs = type === 'CUSTOM' || type === 'COGNITO_USER_POOLS';
                    onChange({
                      ...method,
                      authorizationType: type,
                      authorizer: needs ? (authorizer ?? facts.authorizers[0] ?? null) : null,
                      authorizationScopes: type === 'COGNITO_USER_POOLS' ? method.authorizationScopes : [],
                    });
                  }}
                >
                  {Object.entries(authorizations).map(([type, word]) => (
                    <option key={type} value={type}>
                      {word}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {asks ? (
              <Field
                name="authorizer"
                label="Authorizer"
                error={authorizer === null ? 'Choose one.' : null}
                hint={facts.authorizers.length === 0 ? 'There is none yet: add one under Shared parts.' : undefined}
              >
                {(control) => (
                  <Select
                    {...control}
                    value={authorizer ?? ''}
                    onChange={(event) => onChange({ ...method, authorizer: event.target.value || null })}
                  >
                    <option value="">none</option>
                    {[...new Set([...(authorizer ? [authorizer] : []), ...facts.authorizers])].map((name) => (
                      <option key={name}>{name}</option>
                    ))}
                  </Select>
                )}
              </Field>
            ) : null}
          </div>
          {authorizationType === 'COGNITO_USER_POOLS' ? (
            <StringList
              name="authorizationScopes"
              label="Scopes"
              hint="One a line; the token needs one of them. None: an identity token will do."
              values={method.authorizationScopes}
              onChange={(authorizationScopes) => onChange({ ...method, authorizationScopes })}
              placeholder="orders/read"
            />
          ) : null}
          <CheckField
            label="An API key is required"
            hint={
              facts.api.apiKeySource === 'HEADER'
                ? 'In the header X-API-Key, and the stage has to be in a usage plan.'
                : 'The authorizer gives it, and the stage has to be in a usage plan.'
            }
            checked={method.apiKeyRequired}
            onChange={(apiKeyRequired) => onChange({ ...method, apiKeyRequired })}
          />
        </div>
      </Card>
      <Card title="What its request is like">
        <div className="grid gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="requestValidator" label="Request validator">
              {(control) => (
                <Select
                  {...control}
                  value={method.requestValidator ?? ''}
                  onChange={(event) => onChange({ ...method, requestValidator: event.target.value || null })}
                >
                  <option value="">none</option>
                  {[
                    ...new Set([...(method.requestValidator ? [method.requestValidator] : []), ...facts.validators]),
                  ].map((name) => (
                    <option key={name}>{name}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="operationName" label="Name of the operation" optional hint="For generated clients.">
              {(control) => (
                <Input
                  {...control}
                  mono
                  value={method.operationName ?? ''}
                  onChange={(event) => onChange({ ...method, operationName: event.target.value || null })}
                  spellCheck={false}
                />
              )}
            </Field>
          </div>
          <DeclaredParameters
            parameters={method.requestParameters}
            onChange={(requestParameters) => onChange({ ...method, requestParameters })}
          />
          <Pairs
            legend="Models of the body"
            hint="What the validator holds the body against, by content type."
            keyLabel="Content type"
            valueLabel="Model"
            pairs={method.requestModels}
            choices={facts.models}
            onChange={(requestModels) => onChange({ ...method, requestModels })}
          />
        </div>
      </Card>
    </div>
  );
}
