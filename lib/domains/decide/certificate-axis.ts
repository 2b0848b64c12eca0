import { nameCovers } from '@/lib/certificates/certificate-candidates';
import { certificateStatusSentence } from '@/lib/certificates/certificate-status-sentence';
import { expiryOf, inDays } from '@/lib/certificates/expiry';
import { wordsOfFailure } from '@/lib/certificates/failure-words';
import { isRequestedAgain } from '@/lib/certificates/request-number';
import { type AxisDraft, draft, unread, type View } from '@/lib/domains/decide/view';
import { requestsInARow, roundWords } from '@/lib/domains/re-request';
import type { Certificate } from '@/lib/inventory/model';

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
  if (certificate.status === 'ISSUED') return issued(view, certificate);
  if (certificate.status === 'PENDING_VALIDATION') return pending(view, certificate, validation);
  const isOwn = wanted.certificateMode === 'dedicated' && wanted.certificateArn !== null;
  if (certificate.status === 'VALIDATION_TIMED_OUT' && isOwn) return timedOut(view);
  // The domain is then told to want the one that takes its place.
  if (isRequestedAgain(certificate))
    return { state: 'waiting', actor: 'aws', sentence: certificateStatusSentence(certificate), pace: 'acm' };
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
  const round = roundWords(view.subject.timedOutRequests ?? 0);
  const sentence =
    round === null
      ? 'Requested; ACM issues it once the validation record is visible.'
      : `Requested anew, the ${round}, because ACM gives up after 72 hours; it issues once the validation record, still the same one, is visible.`;
  return { state: 'waiting', actor, sentence, deadline, pace: 'acm' };
}

/** The record depends on account and name alone, so a new request asks the tenant for nothing new (facts 2.4). */
function timedOut({ subject }: View): AxisDraft {
  const rounds = (subject.timedOutRequests ?? 0) + 1;
  if (rounds < requestsInARow) {
    return draft.working(
      'request-certificate',
      'ACM gave up: the validation record was not found within 72 hours. A new certificate is requested by itself; the record stays the same.',
    );
  }
  const days = requestsInARow * 3;
  return draft.problem(
    `ACM gave up ${rounds} times, ${days} days in all, because the validation record was never found. Reach the tenant, then request a new certificate.`,
  );
}

function issued(view: View, certificate: Certificate): AxisDraft {
  const expiry = expiryOf(certificate, view.now);
  if (certificate.notAfter === null || expiry === null) return draft.ok('Issued.');
  const until = certificate.notAfter.slice(0, 10);
  if (expiry.level === 'over') return draft.problem(`The certificate expired on ${until}.`);
  const { renewalStatus, renewalFailure } = certificate;
  if (renewalStatus === 'PENDING_VALIDATION') {
    return draft.atRisk(
      `ACM can't renew the certificate, valid until ${until}, because its validation record is not visible.`,
    );
  }
  if (renewalStatus === 'FAILED') {
    const words = renewalFailure ? wordsOfFailure(renewalFailure) : null;
    const why = words === null ? '' : `: ${words.why} (${renewalFailure}). ${words.fix}`;
    return draft.atRisk(
      `ACM could not renew the certificate, valid until ${until}${why === '' ? '.' : why}`,
      words?.actor ?? 'us',
    );
  }
  if (expiry.level === 'fine') return watched(view) ?? draft.ok(`Issued, valid until ${until}.`);
  const soon = `The certificate expires ${inDays(expiry.daysLeft)}, on ${until}`;
  if (certificate.type === 'IMPORTED')
    return draft.atRisk(`${soon}, and ACM does not renew imported certificates. Import a new one.`);
  return draft.atRisk(`${soon}, and ACM has not renewed it yet.`);
}

/** What only the daily look knows: the records of a shared certificate, whose own the validation axis isn't about. */
function watched({ wanted, subject }: View): AxisDraft | null {
  if (wanted.certificateMode === 'dedicated') return null;
  const found = subject.certificateRisks?.find(({ code }) => code.startsWith('validation-record'));
  return found === undefined ? null : draft.atRisk(`${found.sentence} ${found.fix}`, found.actor);
}
