import { randomUUID } from 'node:crypto';
import type {
  CertificateDetail,
  ImportCertificateCommandInput,
  ImportCertificateCommandOutput,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import type { StoredCertificate } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { certificateFacts } from './certificate-facts';
import { countCertificate, refuseOverQuota } from './certificate-quotas';
import { mergeTags } from './certificate-tags';
import { findCertificate } from './find-certificate';
import { asAnswered, asEnumerated } from './key-algorithm';
import { readImport } from './read-import';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ImportCertificate.html; with an ARN it replaces what is there. */
export function importCertificate(
  context: Context,
  input: ImportCertificateCommandInput,
): Promise<Answer<ImportCertificateCommandOutput>> {
  const { CertificateArn, Tags = [] } = input;
  if (CertificateArn !== undefined && input.Tags?.length)
    throw new Failure('ValidationException', 'Tagging is not permitted on re-import.');
  const present = CertificateArn === undefined ? undefined : importedBefore(context, CertificateArn);
  const tags = mergeTags([], Tags);
  const { certificatePem, chainPem, privateKeyPem } = readImport(input, context.now);
  const facts = certificateFacts(certificatePem);
  if (present) refuseNarrower(present.detail, facts);
  const arn = CertificateArn ?? `arn:aws:acm:${context.region}:${context.account}:certificate/${randomUUID()}`;
  const now = new Date(context.now);
  return context.state.write((tx) => {
    const stored = present && findCertificate(context, arn);
    if (!stored) {
      refuseOverQuota(context, 'imported');
      countCertificate(context, tx, 'imported');
    }
    tx.put('certificates', keyOf.certificate(context.scope, arn), {
      tags,
      requestedAt: context.now,
      ...stored,
      chainPem,
      privateKeyPem,
      detail: {
        CertificateArn: arn,
        ...facts,
        DomainName: facts.DomainName ?? '',
        KeyAlgorithm: facts.KeyAlgorithm && asAnswered(facts.KeyAlgorithm),
        CreatedAt: stored?.detail.CreatedAt ?? now,
        ImportedAt: now,
        Status: 'ISSUED',
        InUseBy: [],
        Type: 'IMPORTED',
        RenewalEligibility: 'INELIGIBLE',
        Options: { CertificateTransparencyLoggingPreference: 'DISABLED', Export: 'DISABLED' },
      },
    });
    return { CertificateArn: arn };
  });
}

function importedBefore(context: Context, arn: string): StoredCertificate {
  const stored = findCertificate(context, arn);
  if (stored.detail.Type === 'IMPORTED') return stored;
  throw new Failure('ValidationException', `Certificate ${arn} was not imported and can not be re-imported.`);
}

/**
 * What a re-import can't change (docs.aws.amazon.com/acm/latest/userguide/import-reimport.html): the key's type and size, all
 * of the names at once, and usages that are there.
 */
function refuseNarrower(before: CertificateDetail, after: CertificateDetail): void {
  const refuse = (message: string) => {
    throw new Failure('ValidationException', message);
  };
  if (asEnumerated(before.KeyAlgorithm) !== after.KeyAlgorithm)
    refuse('The key type and size of an imported certificate can not be changed.');
  const { SubjectAlternativeNames: names = [] } = before;
  if (names.length > 0 && !names.some((name) => after.SubjectAlternativeNames?.includes(name)))
    refuse('All domain names of an imported certificate can not be removed.');
  for (const kind of ['KeyUsages', 'ExtendedKeyUsages'] as const) {
    const kept = new Set(after[kind]?.map(({ Name }) => Name));
    if (before[kind]?.some(({ Name }) => !kept.has(Name)))
      refuse(`${kind} of an imported certificate can not be removed.`);
  }
}
