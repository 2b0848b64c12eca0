'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { FormMessage } from '@/components/forms/form-message';
import { useAction } from '@/components/sandbox/use-action';
import { StatusBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ActionResult } from '@/lib/actions/result';
import type { CutOverView, TakeBackView } from '@/lib/domains/cut-over/model';
import type { Proof } from '@/lib/domains/model';

type ByDomain<Data> = (previous: null, input: FormData | { domainId: string }) => Promise<ActionResult<Data>>;

interface Props {
  domainId: string;
  hostname: string;
  kind: 'managed' | 'customer';
  view: CutOverView;
  now: number;
  /** Null for viewers. */
  actions: {
    test: ByDomain<unknown>;
    cutOver: (previous: null, input: FormData) => Promise<ActionResult<unknown>>;
  } | null;
}

/** Before the traffic moves: what the gateway answers for the name already, and the click that moves it. */
export function CutOverCard({ domainId, hostname, kind, view, now, actions }: Props) {
  const test = useAction();
  const { rehearsal } = view;
  return (
    <Card
      level={3}
      title="Cut over"
      frame={view.state === 'ready' ? 'amber' : 'plain'}
      description={`${hostname} goes on leading where it does today until somebody cuts it over.`}
      actions={
        actions === null || rehearsal === null ? null : (
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              icon="shield-check"
              pending={test.pending}
              onClick={() => test.run(async () => withoutData(await actions.test(null, { domainId })))}
            >
              Test again
            </Button>
            <ActionDialog
              label="Cut over"
              icon="arrow-right"
              size="sm"
              variant="primary"
              disabled={view.state !== 'ready'}
              title={`Cut over ${hostname}?`}
              description="The handshake test is done once more before; if it fails, nothing changes."
              submitLabel="Cut over"
              action={actions.cutOver}
            >
              {(fields) => (
                <>
                  <input type="hidden" name="domainId" value={domainId} />
                  <p className="text-sm">
                    {kind === 'managed'
                      ? 'The records at this name in our zone are replaced by the alias to the gateway, all at once. Resolvers follow within the time to live of the old ones. Afterwards you can take it back here.'
                      : 'The tenant is asked for the routing record, by its page and its share link. Traffic moves when the record is made; going back is then theirs, too.'}
                  </p>
                  <BeforeAndAfter view={view} />
                  <Field
                    name="confirmHostname"
                    label={
                      <span>
                        Type <code>{hostname}</code> to cut it over
                      </span>
                    }
                    error={fields.confirmHostname}
                  >
                    {(control) => (
                      <Input {...control} mono autoComplete="off" autoCapitalize="none" spellCheck={false} />
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
        {rehearsal === null ? (
          <p className="text-ink-muted text-sm">
            Not ready yet: certificate, custom domain name and paths are made first. Then the gateway is asked for the
            name.
          </p>
        ) : (
          <Test proof={rehearsal} now={now} />
        )}
        {view.refusal === null ? null : (
          <Notice tone="amber" title="An operator has to act in Route 53 before">
            <p className="break-name">{view.refusal}</p>
          </Notice>
        )}
        <BeforeAndAfter view={view} />
        <FormMessage result={test.result} />
      </div>
    </Card>
  );
}

function withoutData(result: ActionResult<unknown>): ActionResult {
  return result.ok ? { ...result, data: undefined } : result;
}

function Test({ proof, now }: { proof: Proof; now: number }) {
  const parts = [
    { name: 'TLS handshake with the name', ...proof.tls },
    { name: 'Answer over HTTPS', ...proof.https },
  ];
  return (
    <div className="grid gap-2">
      <p className="text-ink-muted text-xs">
        Handshake test against the gateway, <RelativeTime at={proof.at} now={now} />
      </p>
      <ul className="grid gap-1.5 text-sm">
        {parts.map(({ name, ok, sentence }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-3">
            <StatusBadge tone={ok ? 'green' : 'red'} variant="plain">
              {name}
            </StatusBadge>
            <span className="break-name text-ink-muted">{sentence}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function BeforeAndAfter({ view: { now, after } }: { view: CutOverView }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Answers title="The name leads now to" answers={now} none="nothing that the public DNS knows." />
      <Answers title="After the cut-over" answers={after} none="told once the gateway has named its target." />
    </div>
  );
}

function Answers({ title, answers, none }: { title: string; answers: string[]; none: string }) {
  return (
    <div className="grid min-w-0 content-start gap-1 text-sm">
      <p className="text-ink-muted text-xs">{title}</p>
      {answers.length === 0 ? (
        <p className="text-ink-muted">{none}</p>
      ) : (
        <ul>
          {answers.map((answer) => (
            <li key={answer}>
              <code className="break-name text-xs">{answer}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** After a cut-over in our zone: the way back. */
export function TakeBackCard({
  domainId,
  hostname,
  view,
  now,
  action,
}: {
  domainId: string;
  hostname: string;
  view: TakeBackView;
  now: number;
  action: ByDomain<unknown>;
}) {
  const before =
    view.records.length === 0 ? (
      <p className="text-sm">It had no records of its own: the ones of Gatehouse are removed.</p>
    ) : (
      <ul>
        {view.records.map((record) => (
          <li key={record}>
            <code className="break-name text-xs">{record}</code>
          </li>
        ))}
      </ul>
    );
  return (
    <Card
      level={3}
      title="Cut over"
      description={
        <>
          Done <RelativeTime at={view.at} now={now} />. The records from before are kept.
        </>
      }
      actions={
        <ActionDialog
          label="Take back"
          icon="undo-2"
          size="sm"
          title={`Take the cut-over of ${hostname} back?`}
          description="The records from before stand in our zone again, at once. Certificate, custom domain name and paths stay."
          submitLabel="Take back"
          submitVariant="danger"
          action={action}
        >
          {() => (
            <>
              <input type="hidden" name="domainId" value={domainId} />
              {before}
            </>
          )}
        </ActionDialog>
      }
    />
  );
}
