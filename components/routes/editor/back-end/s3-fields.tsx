import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { S3Values } from '@/lib/integrations/s3';
import type { BackEndFieldsProps } from './fields';
import { RoleField } from './role-field';

const verbs: S3Values['verb'][] = ['GET', 'HEAD', 'PUT', 'DELETE'];

/** An object of a bucket. */
export function S3Fields({ values, onChange, problems }: BackEndFieldsProps<S3Values>) {
  const text = (name: 'region' | 'bucket' | 'key') => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...values, [name]: event.target.value }),
    autoComplete: 'off',
    spellCheck: false,
    mono: true,
  });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <Field name="bucket" label="Bucket" error={problems.bucket}>
          {(control) => <Input {...control} {...text('bucket')} placeholder="static-documents" />}
        </Field>
        <Field name="region" label="Its region" error={problems.region}>
          {(control) => <Input {...control} {...text('region')} />}
        </Field>
        <Field
          name="key"
          label="Key of the object"
          error={problems.key}
          hint="With {name} for the values of path variables: site/{proxy}."
        >
          {(control) => <Input {...control} {...text('key')} placeholder="site/index.html" />}
        </Field>
        <Field name="verb" label="Method at S3" error={problems.verb}>
          {(control) => (
            <Select
              {...control}
              value={values.verb}
              onChange={(event) => onChange({ ...values, verb: event.target.value as S3Values['verb'] })}
            >
              {verbs.map((verb) => (
                <option key={verb}>{verb}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <RoleField
        value={values.role}
        onChange={(role) => onChange({ ...values, role })}
        problem={problems.role}
        hint="It needs s3:GetObject for the bucket, and API Gateway as a trusted service."
      />
    </>
  );
}
