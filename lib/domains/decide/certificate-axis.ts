import { nameCovers } from '@/lib/certificates/certificate-candidates';
import { certificateStatusSentence } from '@/lib/certificates/certificate-status-sentence';
import { type AxisDraft, draft, unread, type View } from '@/lib/domains/decide/view';
import type { Certificate } from '@/lib/inventory/model';

const day = 86_400_000;
/** ACM renews 60 days before expiry, or earlier for short lives; 30 days left means that something is wrong. */
const riskDays = 30;
/** ACM gives up on a certificate whose validation record it has not found (facts 2.2). */
const validationLimitMs = 72 * 3_600_000;

/** When ACM gives up; null when the time of the request isn't known. */
export function validationDeadline(certificate: Certificate): string | null {
  if (certificate.createdAt === null) return null;
  return new Date(Date.parse(certificate.createdAt) + validationLimitMs).toISOString();
}

/** `validation` is the axis beside it: it says whose turn it is while ACM waits. */
export function certificateAxis(view: View, validation: AxisDraft): AxisDraft {
  const { wanted, observed } = view;
  if (wanted.certificateArn === null && !observed.certificate.known) {
    if (observed.certificate.trouble !== null)
      return unread(view, 'certificate', 'the certificate', observed.certificate.trouble);
    if (wanted.certificateMode === 'existing') return draft.notNeeded('The custom domain name brings its certificate.');
    return draft.working('request-certificate', `Requesting a certificate for ${wanted.hostname}.`);
  }
  if (!observed.certificate.known) {
    // ACM's clock goes on while nobody can ask it.
    const deadline = view.previous?.axes.certificate.deadline;
    return { ...unread(view, 'certificate', 'the certificate', observed.certificate.trouble), deadline };
  }
  const certificate = observed.certificate.value;
  if (certificate === null) return draft.problem(`ACM does not have the certificate any more. ${wayOn(wanted)}`);
  if (!certificate.names.some((name) => nameCovers(name, wanted.hostname))) {
    return draft.problem(`The certificate covers ${certificate.names.slice(0, 3).join(', ')}, not ${wanted.hostname}.`);
  }
  if (certificate.status === 'ISSUED') return issued(certificate, view.now);
  if (certificate.status === 'PENDING_VALIDATION') return pending(view, certificate, validation);
  return draft.problem(certificateStatusSentence(certificate));
}

/** What an operator can do about a certificate that is gone. */
function wayOn({ certificateMode }: View['wanted']): string {
  return certificateMode === 'dedicated'
    ? 'Request a new one.'
    : 'Remove the tenant, and onboard it with another certificate.';
}

function pending(view: View, certificate: Certificate, validation: AxisDraft): AxisDraft {
  const deadline = validationDeadline(certificate);
  if (view.wanted.certificateMode === 'existing') {
    const sentence = `The chosen certificate is not issued yet. ${certificateStatusSentence(certificate)}`;
    return { state: 'waiting', actor: 'aws', sentence, deadline, pace: 'acm' };
  }
  if (validation.state === 'ok') {
    const sentence =
      'ACM sees the validation record and issues by itself, mostly within minutes, seldom after half an hour.';
    return { state: 'waiting', actor: 'aws', sentence, deadline, pace: 'acm' };
  }
  const actor = validation.state === 'waiting' || validation.state === 'working' ? validation.actor : 'aws';
  return {
    state: 'waiting',
    actor,
    sentence: 'Requested; ACM issues it once the validation record is visible.',
    deadline,
    pace: 'acm',
  };
}

function issued(certificate: Certificate, now: Date): AxisDraft {
  if (certificate.notAfter === null) return draft.ok('Issued.');
  const until = certificate.notAfter.slice(0, 10);
  const left = Date.parse(certificate.notAfter) - now.getTime();
  if (left <= 0) return draft.problem(`The certificate expired on ${until}.`);
  const { renewalStatus } = certificate;
  if (renewalStatus === 'PENDING_VALIDATION') {
    return draft.atRisk(
      `ACM can't renew the certificate, valid until ${until}, because its validation record is not visible.`,
    );
  }
  if (renewalStatus === 'FAILED')
    return draft.atRisk(`ACM could not renew the certificate; it is valid until ${until}.`);
  if (left >= riskDays * day) return draft.ok(`Issued, valid until ${until}.`);
  const days = Math.floor(left / day);
  const soon = `The certificate expires in ${days === 1 ? '1 day' : `${days} days`}, on ${until}`;
  if (certificate.type === 'IMPORTED')
    return draft.atRisk(`${soon}, and ACM does not renew imported certificates. Import a new one.`);
  return draft.atRisk(`${soon}, and ACM has not renewed it yet.`);
}
