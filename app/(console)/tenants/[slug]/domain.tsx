import { cache, Suspense } from 'react';
import { CheckNow } from '@/components/tenants/page/check-now';
import { CurlCommand } from '@/components/tenants/page/curl-command';
import { DomainSection } from '@/components/tenants/page/domain-section';
import { NewCertificate } from '@/components/tenants/page/new-certificate';
import { TryIt } from '@/components/tenants/page/try-it';
import { ProviderPanel } from '@/components/tenants/sandbox/provider-panel';
import { Skeleton } from '@/components/ui/skeleton';
import { env } from '@/lib/env';
import { readInventory } from '@/lib/inventory/read-inventory';
import { getDb } from '@/lib/runtime';
import { hasSandbox } from '@/lib/sandbox-panel/call-sandbox';
import { listProviderRecords } from '@/lib/sandbox-panel/list-provider-records';
import type { DomainView } from '@/lib/tenants/model';
import { samplePath } from '@/lib/tenants/sample-path';
import { tryMethods } from '@/lib/tenants/schemas';
import { shellCommand } from '@/lib/tenants/shell-command';
import {
  addCustomerRecordAction,
  checkNowAction,
  removeCustomerRecordAction,
  requestNewCertificateAction,
  tryRequestAction,
} from './actions';
import { DomainRemoval } from './domain-removal';

interface Props {
  domain: DomainView;
  tenantSlug: string;
  contactEmail: string | null;
  mayEdit: boolean;
  mayRemove: boolean;
  now: number;
}

/** The same for all domains of the page. */
const readResources = cache(async () => readInventory(await getDb(), 'resource'));

/** One domain of the tenant, with what may be done about it. */
export async function Domain({ domain, tenantSlug, contactEmail, mayEdit, mayRemove, now }: Props) {
  const path = samplePath(domain.mappings, await readResources());
  return (
    <DomainSection
      domain={domain}
      contactEmail={contactEmail}
      now={now}
      checkNow={mayEdit ? <CheckNow domainId={domain.id} hostname={domain.hostname} action={checkNowAction} /> : null}
      newCertificate={
        mayEdit && domain.newCertificate !== null ? (
          <NewCertificate
            domainId={domain.id}
            hostname={domain.hostname}
            sentence={domain.newCertificate}
            action={requestNewCertificateAction}
          />
        ) : null
      }
      removal={<DomainRemoval domain={domain} tenantSlug={tenantSlug} mayRemove={mayRemove} />}
      provider={
        domain.kind === 'customer' && hasSandbox() ? (
          <Suspense fallback={<Skeleton className="h-64 w-full" />}>
            <Provider domain={domain} tenantSlug={tenantSlug} mayEdit={mayEdit} />
          </Suspense>
        ) : null
      }
      tryIt={
        <div className="grid gap-4">
          {mayEdit ? (
            <TryIt
              domainId={domain.id}
              hostname={domain.hostname}
              path={path}
              methods={tryMethods}
              action={tryRequestAction}
            />
          ) : null}
          <div className="grid gap-1.5">
            <p className="text-ink-muted text-xs">From a shell</p>
            <CurlCommand command={shellCommand(domain.hostname, path, env())} hostname={domain.hostname} />
          </div>
        </div>
      }
    />
  );
}

/** Asks the sandbox, which may be slow to answer. */
async function Provider({ domain, tenantSlug, mayEdit }: Omit<Props, 'now' | 'contactEmail' | 'mayRemove'>) {
  return (
    <ProviderPanel
      tenantSlug={tenantSlug}
      hostname={domain.hostname}
      wanted={(domain.status?.records ?? []).filter((record) => record.actor === 'tenant')}
      records={await listProviderRecords(domain.hostname)}
      actions={
        mayEdit
          ? {
              add: addCustomerRecordAction,
              remove: removeCustomerRecordAction,
              check: checkNowAction.bind(null, null, { domainId: domain.id }),
            }
          : null
      }
    />
  );
}
