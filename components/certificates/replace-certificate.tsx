'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Badge } from '@/components/ui/badge';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import type { ActionResult } from '@/lib/actions/result';
import type { CertificateCandidate } from '@/lib/certificates/certificate-candidates';

interface Props {
  domainId: string;
  hostname: string;
  /** Whether it may ask for one of its own: not while it has one. */
  dedicated: boolean;
  candidates: CertificateCandidate[];
  action: (previous: null, form: FormData) => Promise<ActionResult<{ hostname: string }>>;
  size?: 'sm' | 'md';
}

/** Chooses another certificate for a domain; the gateway serves the present one until the other has taken its place. */
export function ReplaceCertificate({ domainId, hostname, dedicated, candidates, action, size = 'md' }: Props) {
  return (
    <ActionDialog
      label="Replace"
      icon="arrow-left-right"
      size={size}
      title={`Replace the certificate of ${hostname}`}
      description="The gateway serves the present certificate until the other one has taken its place, so no request fails. The present one stays in ACM."
      submitLabel="Replace certificate"
      dialogSize="lg"
      action={action}
    >
      {(fields) => (
        <>
          <input type="hidden" name="domainId" value={domainId} />
          <ChoiceGroup legend="Certificate to serve" error={fields.certificate}>
            {dedicated ? (
              <ChoiceCard
                name="certificate"
                value="dedicated"
                label="A certificate for this name alone"
                hint="Requested now, unless an earlier one of its own is there still; the switch comes once it is issued."
              />
            ) : null}
            {candidates.map((candidate) => (
              <ChoiceCard
                key={candidate.value}
                name="certificate"
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
            ))}
          </ChoiceGroup>
          {candidates.length === 0 ? (
            <p className="text-ink-muted text-sm">No other certificate in ACM covers this name.</p>
          ) : null}
        </>
      )}
    </ActionDialog>
  );
}
