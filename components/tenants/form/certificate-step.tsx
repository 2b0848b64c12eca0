import { useFormContext } from 'react-hook-form';
import { Badge } from '@/components/ui/badge';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import type { CertificateCandidate } from '@/lib/certificates/certificate-candidates';
import type { HostnameReport } from '@/lib/tenants/model';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';

const shownAtMost = 50;

/** How the hostname gets TLS: every candidate with the reason for or against it, or a certificate of its own. */
export function CertificateStep({ report }: { report: HostnameReport }) {
  const { register, formState } = useFormContext<OnboardTenantInput>();
  const covering = report.candidates.filter((candidate) => candidate.covers);
  const others = report.candidates.filter((candidate) => !candidate.covers);
  return (
    <div className="grid max-w-2xl gap-4">
      <ChoiceGroup legend={`Certificate for ${report.hostname}`} error={formState.errors.certificate?.message}>
        <ChoiceCard
          {...register('certificate')}
          value="dedicated"
          disabled={report.dedicatedRefusal !== null}
          label="Request a certificate for this name alone"
          hint={
            report.dedicatedRefusal ??
            'ACM issues it once the validation record resolves, and renews it by itself while the record stays.'
          }
        />
        {covering.map((candidate) => (
          <CandidateCard key={candidate.value} candidate={candidate} />
        ))}
      </ChoiceGroup>
      {covering.length === 0 ? (
        <p className="text-ink-muted text-sm">No certificate in ACM covers this name yet.</p>
      ) : null}
      {others.length > 0 ? <Others candidates={others} /> : null}
    </div>
  );
}

function CandidateCard({ candidate }: { candidate: CertificateCandidate }) {
  const { register } = useFormContext<OnboardTenantInput>();
  return (
    <ChoiceCard
      {...register('certificate')}
      value={candidate.value}
      disabled={!candidate.usable}
      label={candidate.title}
      aside={candidate.usable ? null : <Badge>not usable</Badge>}
      hint={candidate.reason}
    >
      {candidate.warnings.map((warning) => (
        <span key={warning} className="block text-amber text-xs">
          {warning}
        </span>
      ))}
      <span className="break-name mt-1 block text-ink-subtle text-xs">
        {candidate.names.join(', ')}
        {candidate.notAfter === null ? '' : ` · valid to ${candidate.notAfter.slice(0, 10)}`}
      </span>
    </ChoiceCard>
  );
}

function Others({ candidates }: { candidates: CertificateCandidate[] }) {
  const shown = candidates.slice(0, shownAtMost);
  return (
    <details className="group rounded-lg border border-line bg-surface text-sm">
      <summary className="flex h-10 items-center px-3 text-ink-muted hover:text-ink">
        {candidates.length === 1 ? '1 certificate that does' : `${candidates.length} certificates that do`} not cover
        this name
        <span aria-hidden="true" className="ml-auto text-ink-subtle text-xs group-open:hidden">
          Show
        </span>
      </summary>
      <ul className="border-line border-t">
        {shown.map((candidate) => (
          <li key={candidate.value} className="border-line border-b px-3 py-2 last:border-b-0">
            <span className="break-name block font-medium">{candidate.title}</span>
            <span className="break-name block text-ink-muted text-xs">{candidate.reason}</span>
          </li>
        ))}
        {candidates.length > shown.length ? (
          <li className="px-3 py-2 text-ink-muted text-xs">and {candidates.length - shown.length} more</li>
        ) : null}
      </ul>
    </details>
  );
}
