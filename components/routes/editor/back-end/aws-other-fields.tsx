import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { integrationTypes, verbs } from '@/lib/gateway/model';
import type { AwsOtherValues } from '@/lib/integrations/aws-other';
import { Templates } from '../templates';
import type { BackEndFieldsProps } from './fields';
import { RoleField } from './role-field';

/** Any integration in AWS's own words. */
export function AwsOtherFields({ values, onChange, problems }: BackEndFieldsProps<AwsOtherValues>) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)_9rem]">
        <Field name="type" label="Type" error={problems.type}>
          {(control) => (
            <Select
              {...control}
              value={values.type}
              onChange={(event) => onChange({ ...values, type: event.target.value as AwsOtherValues['type'] })}
            >
              {integrationTypes.map((type) => (
                <option key={type}>{type}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          name="uri"
          label="URI"
          error={problems.uri}
          hint="arn:aws:apigateway:REGION:SERVICE:action/NAME or :path/PATH"
        >
          {(control) => (
            <Input
              {...control}
              mono
              value={values.uri}
              onChange={(event) => onChange({ ...values, uri: event.target.value })}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field name="httpMethod" label="Method" error={problems.httpMethod}>
          {(control) => (
            <Select
              {...control}
              value={values.httpMethod}
              onChange={(event) =>
                onChange({ ...values, httpMethod: event.target.value as AwsOtherValues['httpMethod'] })
              }
            >
              <option value="">none</option>
              {verbs.map((verb) => (
                <option key={verb}>{verb}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <RoleField
        value={values.credentials}
        onChange={(credentials) => onChange({ ...values, credentials })}
        problem={problems.credentials}
        name="credentials"
        optional
      />
      <Templates
        legend="Templates of the request"
        hint="What the service gets, by content type of the client's request."
        rows={values.templates}
        onChange={(templates) => onChange({ ...values, templates })}
        problems={problems}
      />
    </>
  );
}
