'use server';

import { defineAction } from '@/lib/actions/define-action';
import { certificateId } from '@/lib/certificates/certificate-id';
import { deleteCertificate } from '@/lib/certificates/delete-certificate';
import { importCertificate } from '@/lib/certificates/import/import-certificate';
import { publishMissing } from '@/lib/certificates/publish-missing';
import { requestCertificate } from '@/lib/certificates/request-certificate';
import {
  certificateSchema,
  deleteCertificateSchema,
  importCertificateSchema,
  replaceCertificateSchema,
  requestCertificateSchema,
} from '@/lib/certificates/schemas';
import { checkCertificateNow } from '@/lib/certificates/watch/check-certificate-now';
import { replaceCertificate } from '@/lib/domains/replace-certificate';

export const requestCertificateAction = defineAction(
  { name: 'request-certificate', permission: 'certificates:manage', input: requestCertificateSchema },
  async ({ ctx, input }) => {
    const { arn, published } = await requestCertificate(ctx, input);
    return { data: { id: certificateId(arn) }, message: `The certificate is requested. ${published ?? ''}`.trim() };
  },
);

export const importCertificateAction = defineAction(
  { name: 'import-certificate', permission: 'certificates:manage', input: importCertificateSchema },
  async ({ ctx, input }) => {
    const { arn, names } = await importCertificate(ctx, input);
    return { data: { id: certificateId(arn) }, message: `The certificate for ${names[0]} is imported.` };
  },
);

export const publishValidationAction = defineAction(
  { name: 'publish-validation', permission: 'certificates:manage', input: certificateSchema },
  async ({ ctx, input }) => ({ data: undefined, message: await publishMissing(ctx, input.arn) }),
);

export const checkCertificateAction = defineAction(
  { name: 'check-certificate', permission: 'certificates:manage', input: certificateSchema },
  async ({ ctx, input }) => {
    const data = await checkCertificateNow(ctx, input.arn);
    return { data, message: `The certificate of ${data.name} was looked at.` };
  },
);

export const deleteCertificateAction = defineAction(
  { name: 'delete-certificate', permission: 'certificates:manage', input: deleteCertificateSchema },
  async ({ ctx, input }) => {
    const { name } = await deleteCertificate(ctx, input);
    return { data: undefined, message: `The certificate of ${name} is deleted.` };
  },
);

export const replaceCertificateAction = defineAction(
  { name: 'replace-certificate', permission: 'certificates:manage', input: replaceCertificateSchema },
  async ({ ctx, input }) => {
    const data = await replaceCertificate(ctx, input);
    return {
      data,
      message: `The certificate of ${data.hostname} is being replaced; it serves the old one until then.`,
    };
  },
);
