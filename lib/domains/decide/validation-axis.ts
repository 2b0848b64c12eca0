import { describeFailure, saysAbsent } from '@/lib/dns/describe-failure';
import { validationDeadline } from '@/lib/domains/decide/certificate-axis';
import { type AxisDraft, draft, unread, type View, waitWithLimit } from '@/lib/domains/decide/view';
import type { ValidationAnswer } from '@/lib/domains/observed';
import { describeRecord, planRecords } from '@/lib/domains/plan-records';
import { validationRecords } from '@/lib/domains/wanted-records';
import type { Certificate, RecordSet } from '@/lib/inventory/model';

/** Negative answers of a Route 53 zone are remembered for up to 15 minutes (facts 9.8). */
const visibleLimitMs = 20 * 60_000;

/** Is the record there by which ACM recognises the owner, now for issuing and later for renewing? */
export function validationAxis(view: View): AxisDraft {
  const { wanted, observed } = view;
  if (wanted.certificateMode === 'existing')
    return draft.notNeeded('The certificate was there already, so nothing has to be validated.');
  if (!observed.certificate.known) {
    const { trouble } = observed.certificate;
    if (trouble === null && wanted.certificateArn === null)
      return draft.notStarted('ACM names the record once the certificate is requested.');
    const axis = unread(view, 'validation', 'the validation record', trouble);
    // The tenant's deadline is ACM's, whose clock goes on while nobody can ask it.
    return wanted.zoneId === null ? { ...axis, deadline: view.previous?.axes.validation.deadline } : axis;
  }
  const certificate = observed.certificate.value;
  if (certificate === null) return draft.notStarted('There is no certificate to validate.');
  if (certificate.type !== 'AMAZON_ISSUED' || certificate.validations.every((one) => one.method !== 'DNS')) {
    if (certificate.validations.length > 0 || certificate.type !== 'AMAZON_ISSUED') {
      return draft.notNeeded('This certificate is not validated by DNS.');
    }
  }
  if (certificate.status !== 'ISSUED' && certificate.status !== 'PENDING_VALIDATION') {
    return draft.notNeeded('ACM does not look at the validation record of this certificate any more.');
  }
  const records = validationRecords(certificate);
  if (records.length === 0) {
    return {
      state: 'waiting',
      actor: 'aws',
      sentence: 'ACM names the validation record within seconds.',
      pace: 'fast',
    };
  }
  return wanted.zoneId === null ? byTenant(view, certificate, records) : inOurZone(view, certificate, records);
}

function inOurZone(view: View, certificate: Certificate, records: RecordSet[]): AxisDraft {
  const { observed, subject } = view;
  const issued = certificate.status === 'ISSUED';
  if (observed.zoneRecords.known) {
    const plan = planRecords(records, observed.zoneRecords.value, {
      ownValues: [],
      takeover: subject.takeoverConfirmed,
    });
    if (plan.state === 'conflict') {
      const [first] = plan.foreign;
      const found = first === undefined ? 'another record' : `${describeRecord(first)} at ${first.name}`;
      const sentence = `Our zone has ${found}, which was not made here, where the validation record has to be. Remove it in Route 53; then Gatehouse goes on by itself.`;
      return issued ? draft.atRisk(sentence) : draft.problem(sentence);
    }
    if (plan.state === 'change') {
      if (issued)
        return {
          ...draft.atRisk('The validation record was gone from our zone and is put back, so that ACM can renew.'),
          action: 'publish-validation',
        };
      return draft.working('publish-validation', 'Publishing the validation record in our zone.');
    }
  } else if (observed.zoneRecords.trouble !== null) {
    return unread(view, 'validation', 'our zone', observed.zoneRecords.trouble);
  }
  // Seen before: what is spreading now is another record.
  const spreading = observed.pendingChange.known && observed.pendingChange.value === 'PENDING';
  if (spreading && view.previous?.axes.validation.state !== 'ok') {
    return {
      state: 'waiting',
      actor: 'aws',
      sentence: 'Published; Route 53 is spreading it to its name servers.',
      pace: 'fast',
    };
  }
  if (!observed.validation.known)
    return unread(view, 'validation', 'the validation record', observed.validation.trouble);
  const judged = judge(observed.validation.value, records);
  if (judged.verdict === 'ok') return draft.ok('The validation record is published and visible.');
  if (judged.verdict === 'unknown')
    return { state: 'unknown', actor: 'nobody', sentence: judged.sentence, pace: 'lookup' };
  if (issued)
    return draft.atRisk(
      `The validation record is in our zone, but not visible: ${judged.sentence} Check the zone's delegation.`,
    );
  return waitWithLimit(view, 'validation', {
    actor: 'aws',
    sentence: 'Published in our zone; not visible on the public DNS yet.',
    pace: 'fast',
    limitMs: visibleLimitMs,
    overdue: `The validation record is in our zone but not visible on the public DNS. Check that ${view.subject.zoneName ?? 'the zone'} is delegated to its Route 53 name servers.`,
  });
}

function byTenant(view: View, certificate: Certificate, records: RecordSet[]): AxisDraft {
  const { observed } = view;
  const issued = certificate.status === 'ISSUED';
  if (!observed.validation.known)
    return unread(view, 'validation', 'the validation record', observed.validation.trouble);
  const judged = judge(observed.validation.value, records);
  if (judged.verdict === 'ok') return draft.ok("The validation record is visible at the tenant's DNS provider.");
  if (judged.verdict === 'unknown')
    return { state: 'unknown', actor: 'nobody', sentence: judged.sentence, pace: 'lookup' };
  if (issued)
    return draft.atRisk(
      `The validation record is gone, so ACM can't renew the certificate: ${judged.sentence}`,
      'tenant',
    );
  return {
    state: 'waiting',
    actor: 'tenant',
    sentence: judged.sentence,
    deadline: validationDeadline(certificate),
    pace: 'tenant',
  };
}

interface Judged {
  verdict: 'ok' | 'missing' | 'wrong' | 'unknown';
  sentence: string;
}

/** The worst of the answers, because ACM needs all the records. */
function judge(answers: ValidationAnswer[], records: RecordSet[]): Judged {
  const each = records.map((record) =>
    judgeOne(
      answers.find((answer) => answer.name === record.name),
      record,
    ),
  );
  const order = ['wrong', 'missing', 'unknown'] as const;
  for (const verdict of order) {
    const found = each.find((one) => one.verdict === verdict);
    if (found !== undefined) return found;
  }
  return { verdict: 'ok', sentence: '' };
}

/** Compares one answer with the record that has to be there. */
export function judgeOne(answer: ValidationAnswer | undefined, record: RecordSet): Judged {
  const value = record.values[0] ?? '';
  if (answer === undefined) return { verdict: 'unknown', sentence: `${record.name} was not looked up.` };
  const { cname } = answer;
  if (cname.outcome === 'ok') {
    if (cname.records.includes(value)) return { verdict: 'ok', sentence: 'Visible.' };
    return {
      verdict: 'wrong',
      sentence: `The CNAME ${record.name} points to ${cname.records.join(', ')} instead of ${value}.`,
    };
  }
  if (saysAbsent(cname.outcome))
    return { verdict: 'missing', sentence: `The CNAME ${record.name} has to be created and point to ${value}.` };
  return {
    verdict: 'unknown',
    sentence: `Could not check the validation record. ${describeFailure(cname.outcome, record.name)}`,
  };
}
