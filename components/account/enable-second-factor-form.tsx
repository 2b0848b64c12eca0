'use client';

import { type ReactNode, useActionState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { SubmitButton } from '@/components/forms/submit-button';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/actions/result';
import { RecoveryCodeList } from './recovery-code-list';

/** The secret for the app, the code that proves it got there, then the recovery codes. */
export function EnableSecondFactorForm({
  action,
  email,
  secret,
  qrCode,
  doneHref,
  cancelHref,
}: {
  action: (
    previous: ActionResult<{ recoveryCodes: string[] }> | null,
    form: FormData,
  ) => Promise<ActionResult<{ recoveryCodes: string[] }>>;
  email: string;
  /** Base32. */
  secret: string;
  qrCode: ReactNode;
  doneHref: string;
  cancelHref?: string;
}) {
  const [result, submit] = useActionState(action, null);
  if (result?.ok) {
    return (
      <div className="grid gap-4">
        <p role="status" className="font-medium text-sm">
          {result.message}
        </p>
        <RecoveryCodeList codes={result.data.recoveryCodes} email={email} />
        <ButtonLink href={doneHref} variant="primary">
          I have kept them
        </ButtonLink>
      </div>
    );
  }
  const fields = result?.fields;
  return (
    <form action={submit} noValidate className="grid gap-4">
      <ol className="grid list-decimal gap-3 pl-5 text-sm marker:text-ink-muted">
        <li>Install an authenticator app on your phone, or use your password manager.</li>
        <li>
          Scan this code with it, or type the key in.
          <div className="mt-2 flex flex-wrap items-center gap-4">
            {qrCode}
            <div className="min-w-0 flex-1 basis-40">
              <p className="text-ink-muted text-xs">Key</p>
              <p className="flex items-start gap-1">
                <code className="select-all break-words text-sm">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
                <CopyButton value={secret} label="the key" />
              </p>
            </div>
          </div>
        </li>
        <li>Enter the code that the app shows now.</li>
      </ol>
      {fields ? null : <FormMessage result={result} />}
      <Field name="code" label="Code" error={fields?.code} required>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            mono
            className="max-w-40"
          />
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        {cancelHref ? <ButtonLink href={cancelHref}>Cancel</ButtonLink> : null}
        <SubmitButton>Turn on</SubmitButton>
      </div>
    </form>
  );
}
