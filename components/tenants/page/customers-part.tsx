'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ActionDialog } from '@/components/forms/action-dialog';
import { FormMessage } from '@/components/forms/form-message';
import { useAction } from '@/components/sandbox/use-action';
import { StatusBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { ShownOnce } from '@/components/users/shown-once';
import type { ActionResult } from '@/lib/actions/result';
import type { MailView } from '@/lib/mail/model';
import type { ShareLinkView } from '@/lib/share/model';
import { defaultShareDays, shareDays } from '@/lib/share/schemas';

interface Made {
  path: string;
  expiresAt: string;
}

interface Props {
  slug: string;
  contactEmail: string | null;
  links: ShareLinkView[];
  mails: MailView[];
  /** Where people open the console; null: as this browser does. */
  publicUrl: string | null;
  /** Whether e-mails can be sent from here. */
  canMail: boolean;
  now: number;
  /** Null for those who may not. */
  actions: {
    create: (previous: null, form: FormData) => Promise<ActionResult<Made>>;
    revoke: (previous: null, form: FormData) => Promise<ActionResult>;
    send: (previous: null, input: { slug: string }) => Promise<ActionResult>;
  } | null;
}

/** The page that the tenant sees without signing in: its links, and the e-mails about it. */
export function CustomersPart({ slug, contactEmail, links, mails, publicUrl, canMail, now, actions }: Props) {
  const [made, setMade] = useState<Made | null>(null);
  const router = useRouter();
  const send = useAction();
  const href = (path: string) => new URL(path, publicUrl ?? window.location.origin).href;
  return (
    <Card
      title="Customer's part"
      description="A link to a page without sign-in: the records to make, how to make them, and what is found so far."
      actions={
        actions === null ? null : (
          <div className="flex flex-wrap gap-2">
            {canMail && contactEmail !== null ? (
              <Button
                size="sm"
                icon="mail"
                pending={send.pending}
                onClick={() => send.run(() => actions.send(null, { slug }))}
              >
                Send by e-mail now
              </Button>
            ) : null}
            <ActionDialog
              label="Make a link"
              icon="link"
              size="sm"
              dialogSize="sm"
              title="Make a link for the customer"
              description="Who has it sees this tenant's domains and records, and can ask for a check. Nothing else."
              submitLabel="Make the link"
              action={actions.create}
              onDone={setMade}
            >
              {(fields) => (
                <>
                  <input type="hidden" name="slug" value={slug} />
                  <Field name="days" label="Works for" error={fields.days}>
                    {(control) => (
                      <Select {...control} defaultValue={defaultShareDays}>
                        {shareDays.map((days) => (
                          <option key={days} value={days}>
                            {days === 1 ? '1 day' : `${days} days`}
                          </option>
                        ))}
                      </Select>
                    )}
                  </Field>
                </>
              )}
            </ActionDialog>
          </div>
        )
      }
    >
      <div className="grid gap-4">
        <FormMessage result={send.result} />
        {links.length === 0 ? (
          <p className="text-ink-muted text-sm">There is no link yet.</p>
        ) : (
          <ul className="grid gap-2" aria-label="Links">
            {links.map((link) => (
              <Link key={link.id} link={link} href={href} now={now} revoke={actions?.revoke ?? null} />
            ))}
          </ul>
        )}
        {mails.length === 0 ? null : <Mails mails={mails} now={now} />}
      </div>
      {made === null ? null : (
        <ShownOnce
          title="The link for the customer"
          description={`It works until ${made.expiresAt.slice(0, 16).replace('T', ' ')} UTC, and can be copied here again.`}
          what="the link for the customer"
          value={href(made.path)}
          onClose={() => {
            setMade(null);
            router.refresh();
          }}
        />
      )}
    </Card>
  );
}

const looks = {
  open: { tone: 'green', word: 'Works' },
  expired: { tone: 'grey', word: 'Expired' },
  revoked: { tone: 'grey', word: 'Revoked' },
} as const;

function Link({
  link,
  href,
  now,
  revoke,
}: {
  link: ShareLinkView;
  href: (path: string) => string;
  now: number;
  revoke: ((previous: null, form: FormData) => Promise<ActionResult>) | null;
}) {
  const { tone, word } = looks[link.state];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line px-3 py-2 text-sm">
      <StatusBadge tone={tone} icon={link.state === 'open' ? 'link' : 'circle-minus'} variant="plain">
        {word}
      </StatusBadge>
      <span className="min-w-0 flex-1 basis-56 text-ink-muted text-xs">
        {link.state === 'open' ? (
          <>
            ends <RelativeTime at={link.expiresAt} now={now} />,{' '}
          </>
        ) : null}
        made <RelativeTime at={link.createdAt} now={now} /> by <span className="break-name">{link.createdBy}</span>;{' '}
        {link.lastOpenedAt === null ? (
          'not opened yet'
        ) : (
          <>
            opened {link.opened} {link.opened === 1 ? 'time' : 'times'}, last{' '}
            <RelativeTime at={link.lastOpenedAt} now={now} />
          </>
        )}
      </span>
      {link.path === null ? null : <CopyLink path={link.path} href={href} />}
      {revoke !== null && link.state === 'open' ? (
        <ActionDialog
          label="Revoke"
          size="sm"
          dialogSize="sm"
          title="Revoke this link?"
          description="Who opens it from now on is told to ask for another one. This can't be undone."
          submitLabel="Revoke"
          submitVariant="danger"
          action={revoke}
        >
          {() => <input type="hidden" name="id" value={link.id} />}
        </ActionDialog>
      ) : null}
    </li>
  );
}

function CopyLink({ path, href }: { path: string; href: (path: string) => string }) {
  // The address is this browser's own where none is set, which the server doesn't know.
  const value = typeof window === 'undefined' ? path : href(path);
  return <CopyButton value={value} label="the link" />;
}

function Mails({ mails, now }: { mails: MailView[]; now: number }) {
  return (
    <div className="grid gap-1">
      <h3 className="font-medium text-sm">E-mails</h3>
      <ul className="grid gap-1 text-ink-muted text-xs">
        {mails.map((mail) => (
          <li key={mail.id} className="break-name">
            <RelativeTime at={mail.createdAt} now={now} />: “{mail.subject}” to {mail.recipient},{' '}
            {mail.state === 'sent'
              ? 'sent'
              : mail.state === 'waiting'
                ? mail.failure === null
                  ? 'on its way'
                  : `tried again soon: ${mail.failure}`
                : `not sent: ${mail.failure ?? 'given up'}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
