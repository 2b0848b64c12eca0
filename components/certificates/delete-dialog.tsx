'use client';

import { useRouter } from 'next/navigation';
import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/actions/result';

/** Deletes a certificate that nothing uses; its first name has to be typed. */
export function DeleteDialog({
  arn,
  name,
  imported,
  sharesRecordsWith,
  action,
}: {
  arn: string;
  name: string;
  imported: boolean;
  /** Other certificates that rely on the same validation records. */
  sharesRecordsWith: string[];
  action: (previous: null, form: FormData) => Promise<ActionResult>;
}) {
  const router = useRouter();
  return (
    <ActionDialog
      label="Delete"
      icon="trash"
      variant="danger"
      title={`Delete the certificate of ${name}`}
      description={`ACM can't give it back, ${imported ? 'nor its private key' : 'and a new one has to be validated again'}. Nothing uses it now.`}
      submitLabel="Delete certificate"
      submitVariant="danger"
      action={action}
      onDone={() => router.push('/certificates')}
    >
      {(fields) => (
        <>
          <input type="hidden" name="arn" value={arn} />
          {sharesRecordsWith.length === 0 ? (
            imported ? null : (
              <p className="text-ink-muted text-sm">Its validation records stay where they are published.</p>
            )
          ) : (
            <Notice tone="amber" title="Keep its validation records">
              The certificate of {sharesRecordsWith.slice(0, 3).join(', ')} relies on them, too. They stay where they
              are published.
            </Notice>
          )}
          <Field name="confirmName" label={`Type ${name} to confirm`} error={fields.confirmName}>
            {(control) => <Input {...control} mono autoComplete="off" autoCapitalize="none" spellCheck={false} />}
          </Field>
        </>
      )}
    </ActionDialog>
  );
}
