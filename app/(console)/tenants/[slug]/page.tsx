import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { HeadlineBadge } from '@/components/domains/headline-badge';
import { LastSeenNotice } from '@/components/layout/last-seen-notice';
import { RemoveDialog } from '@/components/removal/remove-dialog';
import { ActivityList } from '@/components/tenants/page/activity-list';
import { DomainIndex } from '@/components/tenants/page/domain-index';
import { EditTenant } from '@/components/tenants/page/edit-tenant';
import { TenantLive } from '@/components/tenants/page/tenant-live';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { findOpenRemoval } from '@/lib/offboarding/list-removals';
import { getDb } from '@/lib/runtime';
import { getTenant } from '@/lib/tenants/get-tenant';
import type { TenantView } from '@/lib/tenants/model';
import type { RemoveTenantInput } from '@/lib/tenants/schemas';
import { previewRemovalAction, removeTenantAction, updateTenantAction } from './actions';
import { Domain } from './domain';
import { readHistoryWindow } from './search-params';
import { TenantsPart } from './share/tenants-part';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Read once for title and page. */
const readTenant = cache(async (slug: string) => {
  const { tenants, id } = await requireSession();
  return getTenant(await getDb(), slug, { now: new Date(), visibleTo: { tenants, actorId: id } });
});

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const user = await requireSession();
  const { slug } = await params;
  const tenant = may(user, 'tenants:view', { tenant: slug }) ? await readTenant(slug) : null;
  return { title: tenant?.name ?? 'No such tenant' };
}

export default async function TenantPage({ params, searchParams }: Props) {
  const user = await requireSession();
  const { slug } = await params;
  // Somebody else's is as if it weren't there.
  if (!may(user, 'tenants:view', { tenant: slug })) notFound();
  const tenant = await readTenant(slug);
  if (tenant === null) notFound();
  const now = Date.parse(tenant.status.now);
  const window = readHistoryWindow(await searchParams);
  const mayEdit = may(user, 'tenants:edit', { tenant: slug });
  const mayRemove = may(user, 'tenants:remove', { tenant: slug });
  const removalId = tenant.removalRequestedAt === null ? null : await findOpenRemoval(await getDb(), slug);
  // What the tenant has to do comes first while they have to do it.
  const waiting = tenant.domains.some(({ headline }) => headline === 'Waiting for tenant');
  const part =
    tenant.domains.length === 0 ? null : (
      <TenantsPart tenant={tenant} mayShare={may(user, 'tenants:share', { tenant: slug })} now={now} />
    );
  return (
    <TenantLive
      slug={tenant.slug}
      name={tenant.name}
      initial={tenant.status}
      goneHref={removalId === null ? '/tenants' : `/tenants/removals/${removalId}`}
    >
      <Header tenant={tenant} mayEdit={mayEdit} removalId={removalId} />
      <LastSeenNotice states={tenant.stale} now={now} />
      <div className="grid gap-8">
        {tenant.domains.length === 0 ? (
          <Card flush>
            <EmptyState icon="globe" title="No domain yet" action={mayEdit ? <AddDomain slug={tenant.slug} /> : null}>
              Without a domain nobody reaches the gateway as this tenant.
            </EmptyState>
          </Card>
        ) : null}
        {tenant.domains.length > 1 ? <DomainIndex domains={tenant.domains} /> : null}
        {waiting ? part : null}
        {tenant.domains.map((domain) => (
          <Domain
            key={domain.id}
            domain={domain}
            tenantSlug={tenant.slug}
            contactEmail={tenant.contactEmail}
            mayEdit={mayEdit}
            mayRemove={mayRemove}
            now={now}
            window={window}
          />
        ))}
        {waiting ? null : part}
        <Card title="Activity" flush>
          <ActivityList entries={tenant.activity} slug={tenant.slug} now={now} />
        </Card>
        {mayRemove && tenant.removalRequestedAt === null ? <Removal tenant={tenant} /> : null}
      </div>
    </TenantLive>
  );
}

function Header({ tenant, mayEdit, removalId }: { tenant: TenantView; mayEdit: boolean; removalId: string | null }) {
  const { slug, name, contactEmail } = tenant;
  return (
    <PageHeader
      above={<Breadcrumbs items={[{ label: 'Tenants', href: '/tenants' }, { label: name }]} />}
      title={name}
      badge={tenant.domains.length === 1 ? null : <HeadlineBadge headline={tenant.headline} />}
      description={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <code>{slug}</code>
          {contactEmail === null ? null : (
            <a href={`mailto:${contactEmail}`} className="hover:text-ink hover:underline">
              {contactEmail}
            </a>
          )}
          {tenant.adopted ? <Badge>adopted from AWS</Badge> : null}
          {tenant.removalRequestedAt === null ? null : <Badge tone="blue">being removed</Badge>}
          {removalId === null ? null : (
            <Link href={`/tenants/removals/${removalId}`} className="hover:text-ink hover:underline">
              Report
            </Link>
          )}
        </span>
      }
      actions={
        mayEdit && tenant.removalRequestedAt === null ? (
          <>
            <EditTenant slug={slug} name={name} contactEmail={contactEmail ?? ''} action={updateTenantAction} />
            {tenant.domains.length === 0 ? null : <AddDomain slug={slug} />}
          </>
        ) : null
      }
    />
  );
}

function AddDomain({ slug }: { slug: string }) {
  return (
    <ButtonLink icon="plus" href={`/tenants/${slug}/domains/new`} prefetch={false}>
      Add domain
    </ButtonLink>
  );
}

function Removal({ tenant }: { tenant: TenantView }) {
  return (
    <Card
      title="Remove this tenant"
      description="Takes its domains off the gateway, in the order that stops traffic first. You see the list before."
      actions={
        <RemoveDialog<RemoveTenantInput>
          label="Remove tenant"
          title={`Remove ${tenant.name}`}
          word={tenant.slug}
          field="confirmSlug"
          preview={previewRemovalAction.bind(null, null, { slug: tenant.slug, domainId: null })}
          action={removeTenantAction}
          input={{ slug: tenant.slug }}
        />
      }
    />
  );
}
