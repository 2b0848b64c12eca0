import type { Ref } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';

/** A text in PEM format. */
export function PemField({
  name,
  label,
  hint,
  error,
  optional = false,
  begin,
  ref,
}: {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  optional?: boolean;
  /** Its first line. */
  begin: string;
  ref?: Ref<HTMLTextAreaElement>;
}) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <Textarea
          {...control}
          ref={ref}
          rows={5}
          className="font-mono text-xs"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          placeholder={begin}
        />
      )}
    </Field>
  );
}
