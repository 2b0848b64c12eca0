import Link from 'next/link';
import { AskTenant } from '@/components/removal/ask-tenant';
import { ContinueRemoval } from '@/components/removal/continue-removal';
import { RemoveDialog } from '@/components/removal/remove-dialog';
import { Card } from '@/components/ui/card';
import { textLinkClass } from '@/components/ui/text-link';
import { askText } from '@/lib/offboarding/removal-text';
import type { RemoveDomainInput } from '@/lib/offboarding/schemas';
import { waitsForDns } from '@/lib/offboarding/waits-for-dns';
import type { DomainView } from '@/lib/tenants/model';
import { continueRemovalAction, previewRemovalAction, removeDomainAction } from './actions';

interface Props {
  domain: DomainView;
  tenantSlug: string;
  mayRemove: boolean;
}

/** How to remove one domain; while it goes, what the tenant is asked to do, and how to go on where the DNS holds it up. */
export function DomainRemoval({ domain, tenantSlug, mayRemove }: Props) {
  const { id, hostname, intent, status } = domain;
  if (intent === 'present') {
    if (!mayRemove) return null;
    return (
      <Card
        level={3}
        title="Remove this domain"
        description="Takes it alone off the gateway; the tenant stays. You see the list before."
        actions={
          <RemoveDialog<RemoveDomainInput>
            label="Remove domain"
            title={`Remove ${hostname}`}
            word={hostname}
            field="confirmHostname"
            preview={previewRemovalAction.bind(null, null, { slug: tenantSlug, domainId: id })}
            action={removeDomainAction}
            input={{ domainId: id }}
          />
        }
      />
    );
  }
  const waits = waitsForDns(status);
  const asked = (status?.records ?? []).filter(({ actor }) => actor === 'tenant');
  const { offboardingId } = domain;
  return (
    <Card
      level={3}
      title="Being removed"
      frame={waits ? 'amber' : 'plain'}
      actions={
        waits && mayRemove ? (
          <ContinueRemoval
            domainId={id}
            hostname={hostname}
            sentence={status?.sentence ?? ''}
            action={continueRemovalAction}
          />
        ) : null
      }
    >
      <div className="grid gap-3 text-sm">
        {asked.length > 0 ? <AskTenant records={asked} text={askText(hostname, asked)} /> : null}
        {offboardingId === null ? (
          <p className="text-ink-muted">Its page goes with it.</p>
        ) : (
          <p className="text-ink-muted">
            Every step is noted in its{' '}
            <Link href={`/tenants/removals/${offboardingId}`} className={textLinkClass}>
              report
            </Link>
            , which stays.
          </p>
        )}
      </div>
    </Card>
  );
}
