import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** Password and code, to prove once more who it is. */
export function BothFactorsFields({ fields }: { fields: Record<string, string> }) {
  return (
    <>
      <Field name="password" label="Password" error={fields.password} required>
        {(control) => <Input {...control} type="password" autoComplete="current-password" />}
      </Field>
      <Field name="code" label="Code" hint="Of the authenticator app, or a recovery code." error={fields.code} required>
        {(control) => (
          <Input
            {...control}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            mono
          />
        )}
      </Field>
    </>
  );
}
