import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import { Notice } from '@/components/ui/notice';
import { textLinkClass } from '@/components/ui/text-link';
import type { ExplainedHost, ExplainedRequest } from '@/lib/explain/model';

/** Domain -> mapping -> stage -> what is left of the path, with what was passed over. */
export function WayToStage({ explained: { host } }: { explained: ExplainedRequest }) {
  if (host === null) {
    return (
      <Notice tone="grey" title="A path alone says nothing about the stage">
        It is explained for every stage, as if a domain's empty base path led there. With a whole URL, the domain's
        mapping decides.
      </Notice>
    );
  }
  return (
    <Card title="From the host to the stage">
      <div className="grid gap-3">
        <Steps host={host} />
        {host.reached ? <p className="text-ink-muted text-sm">{host.sentence}</p> : null}
        {host.notes.map((note) => (
          <p key={note} className="flex items-start gap-2 text-ink-muted text-sm">
            <Icon name="info" className="mt-0.5 size-4 shrink-0" />
            {note}
          </p>
        ))}
        <PassedOver host={host} />
      </div>
    </Card>
  );
}

function Steps({ host }: { host: ExplainedHost }) {
  const { domainName, mapping, stage, path, tenant } = host;
  return (
    <ol className="flex flex-col gap-2 md:flex-row md:flex-wrap md:items-stretch">
      <Step icon="globe" name="Domain">
        <code className="break-name">{host.host}</code>
        {domainName !== null && domainName !== host.host ? <Aside>covered by {domainName}</Aside> : null}
        {tenant ? (
          <Aside>
            of{' '}
            <Link href={`/tenants/${tenant.slug}`} prefetch={false} className={textLinkClass}>
              {tenant.name}
            </Link>
          </Aside>
        ) : null}
      </Step>
      {mapping ? (
        <Step icon="waypoints" name="Mapping">
          {mapping.basePath === '' ? 'empty base path' : <code className="break-name">/{mapping.basePath}</code>}
        </Step>
      ) : null}
      {stage !== null ? (
        <Step icon="rocket" name="Stage">
          <Link
            href={`/deployments?stage=${encodeURIComponent(stage)}`}
            prefetch={false}
            className={`${textLinkClass} font-mono text-xs`}
          >
            {stage}
          </Link>
        </Step>
      ) : null}
      {path !== null ? (
        <Step icon="route" name="Path for the gateway">
          <code className="break-name">{path}</code>
        </Step>
      ) : null}
      {host.reached ? null : (
        <Step icon="ban" name={host.answer ? `The client gets ${host.answer.status}` : 'The end'}>
          {host.answer ? <code className="break-name">{host.answer.body}</code> : 'not this gateway'}
        </Step>
      )}
    </ol>
  );
}

function Step({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-center gap-2 md:not-first:before:text-ink-subtle md:not-first:before:content-['→']">
      <div className="min-w-0 flex-1 rounded-md border border-line bg-sunken px-3 py-2">
        <p className="flex items-center gap-1.5 text-ink-muted text-xs">
          <Icon name={icon} className="size-3.5" />
          {name}
        </p>
        <p className="break-name text-sm">{children}</p>
      </div>
    </li>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="ml-2 text-ink-muted text-xs">{children}</span>;
}

function PassedOver({ host: { passedOver } }: { host: ExplainedHost }) {
  if (passedOver.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-medium text-ink-muted text-xs">Other mappings of the domain</h3>
      <ul className="grid gap-1 text-sm">
        {passedOver.map(({ basePath, sentence }) => (
          <li key={basePath} className="flex flex-wrap gap-x-2">
            <code className="break-name">{basePath === '' ? '(empty)' : `/${basePath}`}</code>
            <span className="text-ink-muted">{sentence}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
