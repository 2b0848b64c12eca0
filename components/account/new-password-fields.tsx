import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** A new password, typed twice. */
export function NewPasswordFields({ fields }: { fields: Record<string, string> | undefined }) {
  return (
    <>
      <Field
        name="newPassword"
        label="New password"
        hint="At least 12 characters. A few words make a good one; passwords that are guessed first are refused."
        error={fields?.newPassword}
        required
      >
        {(control) => <Input {...control} type="password" autoComplete="new-password" />}
      </Field>
      <Field name="repeatPassword" label="New password, once more" error={fields?.repeatPassword} required>
        {(control) => <Input {...control} type="password" autoComplete="new-password" />}
      </Field>
    </>
  );
}
