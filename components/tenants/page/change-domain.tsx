'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ActionResult } from '@/lib/actions/result';
import { TenantPicker } from './tenant-picker';

interface ChangeActions {
  /** Null for those who may not. */
  change:
    | ((
        previous: null,
        input: {
          domainId: string;
          hostname: string;
          certificate: string;
          confirmHostname: string;
          submissionId: string;
        },
      ) => Promise<ActionResult<{ hostname: string; slug: string }>>)
    | null;
  move: ((previous: null, input: { domainId: string; to: string }) => Promise<ActionResult<{ slug: string }>>) | null;
}

interface Props {
  domain: { id: string; hostname: string; shared: boolean };
  /** Whose it is now. */
  tenantSlug: string;
  actions: ChangeActions;
}

/** What may be changed of a domain for good: its hostname, and whose it is. */
export function ChangeDomain({ domain, tenantSlug, actions: { change, move } }: Props) {
  if (change === null && move === null) return null;
  return (
    <Card
      level={3}
      title="Change this domain"
      description="Another hostname is made first, and the old one stays until you remove it. Another tenant gets it as it is."
      actions={
        <>
          {change === null ? null : <ChangeHostname domain={domain} action={change} />}
          {move === null ? null : <MoveDomain domain={domain} tenantSlug={tenantSlug} action={move} />}
        </>
      }
    />
  );
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

function ChangeHostname({ domain, action }: { domain: Props['domain']; action: NonNullable<ChangeActions['change']> }) {
  /** One for each hostname: the same one sent again makes no second domain. */
  const submission = useRef({ of: '', id: '' });
  function submissionOf(hostname: string): string {
    if (submission.current.of !== hostname) submission.current = { of: hostname, id: crypto.randomUUID() };
    return submission.current.id;
  }
  return (
    <ActionDialog
      label="Change hostname"
      title={`Another hostname for ${domain.hostname}`}
      description="A new domain of this tenant with the same paths. Both serve until you remove the old one, which is offered once the new one is Live."
      submitLabel="Make the new hostname"
      action={(previous, form) =>
        action(previous, {
          domainId: domain.id,
          hostname: text(form, 'hostname'),
          certificate: text(form, 'certificate'),
          confirmHostname: text(form, 'confirmHostname'),
          submissionId: submissionOf(text(form, 'hostname')),
        })
      }
    >
      {(fields) => (
        <>
          <Field
            name="hostname"
            label="New hostname"
            hint="The full name. In one of our zones its records are made by us."
            error={fields.hostname ?? fields.mappings}
          >
            {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} />}
          </Field>
          <Field name="certificate" label="Certificate" error={fields.certificate}>
            {(control) => (
              <Select {...control} defaultValue={domain.shared ? 'wildcard' : 'dedicated'}>
                <option value="dedicated">One for this name alone</option>
                <option value="wildcard">The wildcard on the gateway that covers it</option>
              </Select>
            )}
          </Field>
          {fields.confirmHostname ? (
            <Field
              name="confirmHostname"
              label="The new hostname once more"
              hint="Something may answer there today; it stops doing so once the name leads to the gateway."
              error={fields.confirmHostname}
            >
              {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} />}
            </Field>
          ) : null}
        </>
      )}
    </ActionDialog>
  );
}

function MoveDomain({
  domain,
  tenantSlug,
  action,
}: {
  domain: Props['domain'];
  tenantSlug: string;
  action: NonNullable<ChangeActions['move']>;
}) {
  const router = useRouter();
  return (
    <ActionDialog
      label="Move to another tenant"
      title={`Move ${domain.hostname} to another tenant`}
      description={`${domain.hostname} keeps serving without a change: certificate, paths and records stay as they are. Who sees this tenant only doesn't see the domain any more; the tags on AWS follow within seconds.`}
      submitLabel="Move"
      action={(previous, form) => action(previous, { domainId: domain.id, to: text(form, 'to') })}
      onDone={({ slug }) => router.push(`/tenants/${slug}#${domain.hostname}`)}
    >
      {(fields) => <TenantPicker name="to" label="The other tenant" except={tenantSlug} error={fields.to} />}
    </ActionDialog>
  );
}
