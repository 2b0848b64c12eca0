import { useFormContext } from 'react-hook-form';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton';
import { planTotals } from '@/lib/domains/plan';
import type { OnboardingPreview } from '@/lib/tenants/model';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';
import { Findings } from './findings';
import { describeSeconds, PlannedCalls } from './planned-calls';

/** Everything chosen, and what will be done about it, before anything happens. */
export function ReviewStep({ preview, tenantName }: { preview: OnboardingPreview | null; tenantName: string | null }) {
  const { getValues } = useFormContext<OnboardTenantInput>();
  if (preview === null) return <ReviewSkeleton />;
  const { report, calls } = preview;
  const values = getValues();
  const notes = report.findings.filter((finding) => finding.level !== 'error');
  return (
    <div className="grid max-w-3xl gap-5">
      <DescriptionList items={summary(values, preview, tenantName)} />
      {notes.length > 0 ? <Findings findings={notes} /> : null}
      <section aria-labelledby="planned" className="grid gap-2">
        <div>
          <h3 id="planned" className="font-semibold text-sm">
            What will happen
          </h3>
          <p className="text-ink-muted text-sm">{expectedTime(calls)} Nothing has been done yet.</p>
        </div>
        <PlannedCalls calls={calls} />
      </section>
      {report.needsConfirmation ? <Traffic preview={preview} /> : null}
    </div>
  );
}

/** The name may serve traffic today: when is that to move? */
function Traffic({ preview }: { preview: OnboardingPreview }) {
  const { register, watch } = useFormContext<OnboardTenantInput>();
  const phase = watch('phase') ?? 'prepare';
  return (
    <div className="grid gap-4">
      <Notice tone="amber" title={preview.report.publicAnswer?.sentence ?? 'This name may be in use.'}>
        If something there is in production, its visitors should notice nothing.
      </Notice>
      <ChoiceGroup legend="When is its traffic to move?" columns={2}>
        <ChoiceCard
          {...register('phase')}
          value="prepare"
          defaultChecked={phase === 'prepare'}
          label="Prepare first, cut over later"
          hint="Certificate, gateway and paths are made, and tested with the name. Where it leads changes once you cut over."
        />
        <ChoiceCard
          {...register('phase')}
          value="cut-over"
          defaultChecked={phase === 'cut-over'}
          label="Cut over at once"
          hint="The records are published, or asked for, as soon as they are known."
        />
      </ChoiceGroup>
      {phase === 'cut-over' ? <Confirmation preview={preview} /> : null}
    </div>
  );
}

function Confirmation({ preview: { report } }: { preview: OnboardingPreview }) {
  const { register, formState } = useFormContext<OnboardTenantInput>();
  return (
    <div className="grid gap-3">
      <p className="text-sm">Onboarding can take its traffic over. Go on only if that is wanted.</p>
      <div className="max-w-md">
        <Field
          name="confirmHostname"
          label={
            <>
              Type <code className="break-name">{report.hostname}</code> to confirm
            </>
          }
          error={formState.errors.confirmHostname?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...register('confirmHostname')}
              mono
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

function summary(values: OnboardTenantInput, { report }: OnboardingPreview, tenantName: string | null) {
  const candidate = report.candidates.find((one) => one.value === values.certificate);
  const shared = values.certificate.startsWith('wildcard:');
  const paths = values.mappings.map((mapping) => `/${mapping.basePath} → ${mapping.stage}`);
  return [
    { key: 'tenant', name: 'Tenant', value: tenantName ?? `${values.name} (${values.slug})` },
    ...(tenantName === null ? [{ key: 'contact', name: 'Contact', value: values.contactEmail || null }] : []),
    {
      key: 'hostname',
      name: 'Hostname',
      value: (
        <>
          <code className="break-name">{report.hostname}</code>
          {report.unicode === null ? null : <span className="text-ink-muted"> ({report.unicode})</span>}
        </>
      ),
    },
    {
      key: 'dns',
      name: 'DNS',
      value:
        report.zone === null
          ? "At the customer's DNS provider; the tenant adds the records"
          : `Our zone ${report.zone.name}; Gatehouse adds the records`,
    },
    { key: 'certificate', name: 'Certificate', value: candidate?.title ?? 'A new one for this name alone' },
    { key: 'paths', name: 'Paths', value: shared ? (candidate?.reason ?? null) : paths.join(', ') },
  ];
}

function expectedTime(calls: OnboardingPreview['calls']): string {
  const { awsCalls, seconds, tenantSteps } = planTotals(calls);
  const changes = `${awsCalls} ${awsCalls === 1 ? 'call changes' : 'calls change'} something on AWS.`;
  const tenant = tenantSteps > 0 ? ', plus the time the tenant takes to add records' : '';
  return `${changes} It takes ${describeSeconds(seconds)} under AWS's quotas${tenant}.`;
}

function ReviewSkeleton() {
  return (
    <div className="grid max-w-3xl gap-3">
      <LoadingLabel>Preparing the review</LoadingLabel>
      {['w-2/3', 'w-1/2', 'w-3/5', 'w-2/5'].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
