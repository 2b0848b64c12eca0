import type { Metadata } from 'next';
import { IntegrityCard } from '@/components/audit/integrity-card';
import { RetentionCard } from '@/components/audit/retention-card';
import { WebhookCard } from '@/components/audit/webhook-card';
import { PageHeader } from '@/components/ui/page-header';
import { readAuditState } from '@/lib/audit/keep/read-state';
import { requirePermission } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';
import {
  previewRetentionAction,
  renewWebhookSecretAction,
  setRetentionAction,
  setWebhookAction,
  testWebhookAction,
  verifyAuditLogAction,
} from './actions';

export const metadata: Metadata = { title: 'Audit log settings' };

export default async function AuditSettingsPage() {
  await requirePermission('audit:manage');
  const state = await readAuditState(await getDb());
  return (
    <>
      <PageHeader title="Audit log" description="Its integrity, how long it is kept, and where it is streamed to." />
      <div className="grid max-w-4xl gap-5">
        <IntegrityCard state={state} now={Date.now()} verify={verifyAuditLogAction} />
        <RetentionCard
          key={String(state.keepDays)}
          keepDays={state.keepDays}
          pruned={state.pruned}
          preview={previewRetentionAction}
          save={setRetentionAction}
        />
        <WebhookCard
          webhook={state.webhook}
          save={setWebhookAction}
          renew={renewWebhookSecretAction}
          test={testWebhookAction}
        />
      </div>
    </>
  );
}
