import 'server-only';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { audited } from '@/lib/audit/audited';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { importCertificate as send } from '@/lib/aws/acm/import-certificate';
import { nameCovers } from '@/lib/certificates/certificate-candidates';
import type { ImportCertificateInput } from '@/lib/certificates/schemas';
import { tagsOfCertificate } from '@/lib/certificates/tags-of-certificate';
import type { Context } from '@/lib/context';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';
import type { Certificate } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';
import { readInventory } from '@/lib/inventory/read-inventory';
import { checkImport } from './check-import';

/**
 * Imports a certificate of one's own into ACM, or its successor in its place. Everything is checked before anything is sent. The private key goes to
 * ACM and nowhere else: no row, log line or answer holds it.
 *
 * @param roots the roots that clients trust, PEM; default: those of browsers as Node knows them, and the CA that domains are probed with
 * @throws ExpectedError `invalid` with a sentence at each field; AwsError
 */
export async function importCertificate(
  ctx: Context,
  input: ImportCertificateInput,
  roots: readonly string[] = trustedRoots(),
): Promise<{ arn: string; names: string[] }> {
  const before = input.replaces === '' ? null : await replaced(ctx, input.replaces);
  const checked = checkImport(input, {
    roots: roots.map((pem) => new X509Certificate(pem)),
    trustAuthority: input.trustAuthority === 'on',
    replaces: before,
    now: ctx.now(),
  });
  if (!checked.ok)
    throw new ExpectedError('invalid', 'The certificate is not imported yet.', {
      fix: 'Nothing was sent to AWS. Look at the marked fields, and paste the key again.',
      fields: checked.fields,
    });
  const { certificatePem, chainPem, ...facts } = checked.found;
  const tags = before === null ? await tagsOfCertificate(ctx.db, input.tenantSlug) : {};
  const arn = await audited(
    ctx,
    {
      action: 'certificate.imported',
      resourceId: facts.names[0] ?? '',
      tenantSlug: input.tenantSlug || null,
      before: before === null ? { certificateArn: null } : factsOf(before.certificate),
      after: { certificateArn: input.replaces || null, ...facts },
    },
    () =>
      send(ctx.aws, {
        certificatePem,
        chainPem,
        privateKeyPem: input.privateKey,
        arn: input.replaces || null,
        tags,
      }),
    { after: (certificateArn) => ({ certificateArn, ...facts }) },
  );
  const certificate = await describeCertificate(ctx.aws, arn);
  if (certificate !== null) await putItems(ctx.db, 'certificate', [certificate], ctx.now());
  return { arn, names: facts.names };
}

async function replaced(ctx: Context, arn: string) {
  const certificate = await describeCertificate(ctx.aws, arn);
  if (certificate === null)
    throw new ExpectedError('not-found', 'ACM does not have the certificate to replace any more.');
  const served = (await readInventory(ctx.db, 'gateway-domain')).filter((one) => one.certificateArn === arn);
  const hostnames = served.map(({ name }) => name);
  return {
    certificate,
    // A custom domain name that is itself a wildcard is covered by the same name only.
    hostnames: hostnames.filter((name) => certificate.names.some((one) => nameCovers(one, name) || one === name)),
  };
}

function factsOf({ arn, names, keyAlgorithm, notAfter }: Certificate): object {
  return { certificateArn: arn, names, keyAlgorithm, notAfter };
}

function trustedRoots(): string[] {
  const { probeCaFile } = env();
  if (probeCaFile === null) return [...rootCertificates];
  try {
    return [...rootCertificates, readFileSync(probeCaFile, 'utf8')];
  } catch {
    return [...rootCertificates];
  }
}
