import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** The role that API Gateway takes on to call a service. */
export function RoleField({
  value,
  onChange,
  problem,
  hint,
  name = 'role',
  optional = false,
}: {
  value: string;
  onChange: (role: string) => void;
  problem: string | undefined;
  hint?: string;
  name?: string;
  optional?: boolean;
}) {
  return (
    <Field name={name} label="Role that API Gateway takes on" error={problem} hint={hint} optional={optional}>
      {(control) => (
        <Input
          {...control}
          mono
          value={value}
          onChange={(event) => onChange(event.target.value)}
          placeholder="arn:aws:iam::123456789012:role/gateway"
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
