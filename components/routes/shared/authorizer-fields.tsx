import { Field } from '@/components/ui/field';
import { AffixInput, Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Authorizer } from '@/lib/gateway/model';
import { RoleField } from '../editor/back-end/role-field';
import { StringList } from '../editor/string-list';
import type { PartFieldsProps } from './part-fields';

const words: Record<Authorizer['type'], string> = {
  TOKEN: 'A Lambda function that gets one token',
  REQUEST: 'A Lambda function that gets the request',
  COGNITO_USER_POOLS: 'Cognito user pools',
};

/** Who decides whether a caller may pass. */
export function AuthorizerFields({ value, onChange, problems }: PartFieldsProps<Authorizer>) {
  const cognito = value.type === 'COGNITO_USER_POOLS';
  return (
    <>
      <Field name="type" label="Decided by">
        {(control) => (
          <Select
            {...control}
            value={value.type}
            onChange={(event) => {
              const type = event.target.value as Authorizer['type'];
              onChange(
                type === 'COGNITO_USER_POOLS'
                  ? { ...value, type, uri: null, credentials: null, identityValidationExpression: null }
                  : { ...value, type, providerArns: [] },
              );
            }}
          >
            {Object.entries(words).map(([type, word]) => (
              <option key={type} value={type}>
                {word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {cognito ? (
        <StringList
          name="providerArns"
          required
          label="ARNs of the user pools"
          hint="One a line."
          values={value.providerArns}
          onChange={(providerArns) => onChange({ ...value, providerArns })}
          error={problems.providerArns ?? null}
        />
      ) : (
        <Field name="uri" label="Function" hint="Its ARN." error={problems.uri}>
          {(control) => (
            <Input
              {...control}
              mono
              value={functionArn(value.uri ?? '')}
              onChange={(event) => onChange({ ...value, uri: invocationUri(event.target.value.trim()) || null })}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      <Field
        name="identitySource"
        label="Taken from"
        hint="method.request.header.Authorization; of a whole request several, with commas."
        error={problems.identitySource}
      >
        {(control) => (
          <Input
            {...control}
            mono
            value={value.identitySource ?? ''}
            onChange={(event) => onChange({ ...value, identitySource: event.target.value.trim() || null })}
            placeholder="method.request.header.Authorization"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="resultTtl"
          label="Decisions are kept for"
          hint="0 asks every time; 3600 s at most."
          error={problems.resultTtl}
        >
          {(control) => (
            <AffixInput
              {...control}
              after="s"
              type="number"
              min={0}
              max={3600}
              value={Number.isNaN(value.resultTtl) ? '' : value.resultTtl}
              onChange={(event) => onChange({ ...value, resultTtl: event.target.valueAsNumber })}
            />
          )}
        </Field>
        {value.type === 'TOKEN' ? (
          <Field
            name="identityValidationExpression"
            label="The token matches"
            optional
            hint="A regular expression; others are refused unasked."
          >
            {(control) => (
              <Input
                {...control}
                mono
                value={value.identityValidationExpression ?? ''}
                onChange={(event) => onChange({ ...value, identityValidationExpression: event.target.value || null })}
                spellCheck={false}
              />
            )}
          </Field>
        ) : null}
      </div>
      {cognito ? null : (
        <RoleField
          name="credentials"
          optional
          value={value.credentials ?? ''}
          onChange={(role) => onChange({ ...value, credentials: role.trim() || null })}
          problem={problems.credentials}
        />
      )}
    </>
  );
}

/** Of a URI that invokes a function, the function. */
function functionArn(uri: string): string {
  return /:lambda:path\/2015-03-31\/functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;
}

/** The ARN of a function is enough: the rest follows from it. */
function invocationUri(text: string): string {
  const region = /^arn:(aws[a-z-]*):lambda:([a-z0-9-]+):/.exec(text);
  return region
    ? `arn:${region[1]}:apigateway:${region[2]}:lambda:path/2015-03-31/functions/${text}/invocations`
    : text;
}
