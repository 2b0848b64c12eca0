'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { textLinkClass } from '@/components/ui/text-link';
import type { ActionResult } from '@/lib/actions/result';
import type { Succession } from '@/lib/tenants/model';

type Action = (
  previous: null,
  input: { domainId: string; confirmHostname: string },
) => Promise<ActionResult<{ hostname: string }>>;

/** Says that a domain takes another's place, and offers to remove the old one once the new one is Live. Never does it by itself. */
export function SuccessionNotice({
  domain,
  succession: { successor, predecessor },
  action,
}: {
  domain: { id: string; hostname: string; leaving: boolean };
  succession: Succession;
  /** Null for those who may not. */
  action: Action | null;
}) {
  if (successor !== null && !successor.leaving) {
    const live = successor.headline === 'Live';
    return (
      <Notice
        tone={live ? 'green' : 'blue'}
        title={
          <>
            <a href={`/tenants/${successor.tenantSlug}#${successor.hostname}`} className={textLinkClass}>
              {successor.hostname}
            </a>{' '}
            takes its place
          </>
        }
        action={live && !domain.leaving && action !== null ? <Retire domain={domain} action={action} /> : null}
      >
        {domain.leaving
          ? 'This one is being removed.'
          : live
            ? 'The new hostname is Live. Remove this one once everybody uses the new one; until then both serve.'
            : `The new hostname is not Live yet (${successor.headline}). This one stays and serves.`}
      </Notice>
    );
  }
  if (predecessor === null) return null;
  return (
    <Notice
      tone="blue"
      title={
        <>
          Takes the place of{' '}
          <a href={`/tenants/${predecessor.tenantSlug}#${predecessor.hostname}`} className={textLinkClass}>
            {predecessor.hostname}
          </a>
        </>
      }
    >
      {predecessor.leaving
        ? 'The old hostname is being removed.'
        : 'The old hostname serves until somebody removes it.'}
    </Notice>
  );
}

function Retire({ domain: { id, hostname }, action }: { domain: { id: string; hostname: string }; action: Action }) {
  return (
    <ActionDialog
      label="Remove the old hostname"
      variant="danger"
      title={`Remove ${hostname}`}
      description="It stops answering within seconds: its records, its custom domain name and its certificate go. This can't be undone."
      submitLabel="Remove"
      submitVariant="danger"
      action={(previous, form) =>
        action(previous, { domainId: id, confirmHostname: String(form.get('confirmHostname') ?? '') })
      }
    >
      {(fields) => (
        <Field
          name="confirmHostname"
          label={
            <span>
              Type <code>{hostname}</code> to confirm
            </span>
          }
          error={fields.confirmHostname}
        >
          {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} />}
        </Field>
      )}
    </ActionDialog>
  );
}
