'use client';

import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { Method } from '@/lib/gateway/model';
import type { IntegrationKind } from '@/lib/integrations/kinds';
import { lambdaPermissions } from '@/lib/integrations/lambda-permission';
import { kindOf } from '@/lib/integrations/registry';
import type { RouteFacts } from '@/lib/routes/model';
import { kindLooks } from '../../kind-looks';
import { KindChooser } from './kind-chooser';
import { KindFields } from './kind-fields';
import { InvokePermission } from './lambda-fields';
import { MoreSettings, TimeoutField } from './more-settings';
import type { BackEnd } from './state';

/** Where the route's requests go, and how. */
export function BackEndTab({
  method,
  backEnd,
  problems,
  showAll,
  facts,
  gateway,
  onKind,
  onBackEnd,
  onMethod,
}: {
  method: Method;
  backEnd: BackEnd | null;
  /** Of the form, by field. */
  problems: Record<string, string>;
  /** Also for fields that nobody has been in yet. */
  showAll: boolean;
  facts: RouteFacts;
  gateway: { restApiId: string; region: string };
  onKind: (kind: IntegrationKind) => void;
  onBackEnd: (backEnd: BackEnd) => void;
  onMethod: (method: Method) => void;
}) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { integration } = method;
  const shown = showAll ? problems : Object.fromEntries(Object.entries(problems).filter(([name]) => left.has(name)));
  const permissions = integration
    ? lambdaPermissions({ integration, path: facts.path, verb: facts.verb }, { ...gateway, stages: facts.stages })
    : [];
  return (
    <div className="grid gap-4">
      <Card>
        <fieldset
          className="grid min-w-0 gap-5"
          // A field complains once it was left, not while one still types in it.
          onBlur={(event) => {
            const name = 'name' in event.target ? String(event.target.name) : '';
            if (name && !left.has(name)) setLeft(new Set([...left, name]));
          }}
        >
          <legend className="sr-only">Back end</legend>
          <KindChooser value={backEnd?.kind ?? null} onChange={onKind} />
          {backEnd === null || integration === null ? (
            <EmptyState icon="unplug" title="The route calls nothing yet">
              Choose what it calls. Without that it can't be deployed.
            </EmptyState>
          ) : (
            <>
              {backEnd.kind === 'aws-other' && kindOf(integration) !== 'aws-other' ? (
                <p className="text-ink-muted text-sm">
                  {kindLooks[kindOf(integration)].word}, called in a way that its form can't show: these are AWS's own
                  fields.
                </p>
              ) : null}
              <KindFields backEnd={backEnd} onChange={onBackEnd} problems={shown} facts={facts} />
              {integration.type === 'MOCK' ? null : (
                <div className="sm:w-56">
                  <TimeoutField
                    value={integration.timeoutMs}
                    onChange={(timeoutMs) => onMethod({ ...method, integration: { ...integration, timeoutMs } })}
                  />
                </div>
              )}
              {permissions.map((permission) => (
                <InvokePermission
                  key={permission.functionArn}
                  stage={permission.stage}
                  statement={JSON.stringify(permission.statement, null, 2)}
                  command={permission.command}
                />
              ))}
            </>
          )}
        </fieldset>
      </Card>
      {integration === null || backEnd === null ? null : (
        <details className="group rounded-lg border border-line bg-surface">
          <summary className="relative py-2.5 pr-4 pl-10 font-medium text-sm hover:bg-hover">
            <Icon
              name="chevron-right"
              className="absolute top-3 left-3.5 size-4 text-ink-subtle group-open:rotate-90 motion-safe:transition-transform"
            />
            More
            <span className="ml-2 font-normal text-ink-muted text-xs">
              credentials, TLS, templates, content handling, cache
            </span>
          </summary>
          <div className="border-line border-t p-4">
            <MoreSettings key={backEnd.kind} method={method} integration={integration} onChange={onMethod} />
          </div>
        </details>
      )}
    </div>
  );
}
