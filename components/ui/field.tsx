import { type ReactNode, useId } from 'react';
import { Icon } from './icon';

/** What a control gets from its field: spread it on the `<Input>`, `<Select>` or `<Textarea>`. */
export interface ControlProps {
  id: string;
  name: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/**
 * Label, control, explanation and error, wired up: the label names the control, explanation and error describe it, and
 * the error is announced when it appears. Usable in server and client components.
 *
 * ```tsx
 * <Field name="email" label="Email" error={fields?.email}>{(control) => <Input {...control} type="email" />}</Field>
 * ```
 */
export function Field({
  name,
  label,
  hint,
  error,
  required = false,
  optional = false,
  children,
}: {
  name: string;
  label: ReactNode;
  /** Always visible, under the control. */
  hint?: ReactNode;
  error?: string | null | undefined;
  required?: boolean;
  /** Says so beside the label; most fields are required and carry no mark. */
  optional?: boolean;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 flex items-baseline gap-1.5 font-medium text-sm">
        {label}
        {optional ? <span className="font-normal text-ink-subtle text-xs">optional</span> : null}
      </label>
      {children({
        id,
        name,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-ink-muted text-xs">
          {hint}
        </p>
      ) : null}
      <div role="status">
        {error ? (
          <p id={`${id}-error`} className="mt-1 flex items-start gap-1 text-red text-xs">
            <Icon name="circle-alert" className="mt-px size-3.5" />
            <span>{error}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
