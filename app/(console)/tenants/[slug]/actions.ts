'use server';

import { defineAction } from '@/lib/actions/define-action';
import { requestNewCertificate } from '@/lib/domains/request-new-certificate';
import { continueRemoval } from '@/lib/offboarding/continue-removal';
import { previewRemoval } from '@/lib/offboarding/preview-removal';
import { removeDomain } from '@/lib/offboarding/remove-domain';
import { continueRemovalSchema, previewRemovalSchema, removeDomainSchema } from '@/lib/offboarding/schemas';
import { addCustomerRecord, removeCustomerRecord } from '@/lib/sandbox-panel/change-customer-dns';
import { deleteCustomerRecordSchema, putCustomerRecordSchema } from '@/lib/sandbox-panel/schemas';
import { checkNow } from '@/lib/tenants/check-now';
import { removeTenant } from '@/lib/tenants/remove-tenant';
import {
  checkNowSchema,
  removeTenantSchema,
  requestNewCertificateSchema,
  tryRequestSchema,
  updateTenantSchema,
} from '@/lib/tenants/schemas';
import { ofCustomerRecord, ofDomain, ofTenant } from '@/lib/tenants/targets';
import { tryRequest } from '@/lib/tenants/try-request';
import { updateTenant } from '@/lib/tenants/update-tenant';

export const updateTenantAction = defineAction(
  {
    name: 'update-tenant',
    permission: 'tenants:edit',
    input: updateTenantSchema,
    target: ({ slug }) => ofTenant(slug),
  },
  async ({ ctx, input }) => {
    await updateTenant(ctx, input);
    return { data: undefined, message: `${input.name} is saved.` };
  },
);

export const removeTenantAction = defineAction(
  {
    name: 'remove-tenant',
    permission: 'tenants:remove',
    input: removeTenantSchema,
    target: ({ slug }) => ofTenant(slug),
  },
  async ({ ctx, input }) => {
    const data = await removeTenant(ctx, input);
    return { data, message: data.gone ? `${input.slug} is gone.` : `${input.slug} is being removed.` };
  },
);

export const removeDomainAction = defineAction(
  {
    name: 'remove-domain',
    permission: 'tenants:remove',
    input: removeDomainSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const data = await removeDomain(ctx, input);
    return { data, message: `${data.hostname} is being removed.` };
  },
);

export const previewRemovalAction = defineAction(
  {
    name: 'preview-removal',
    permission: 'tenants:remove',
    input: previewRemovalSchema,
    target: async ({ slug, domainId }, db) =>
      domainId === null ? ofTenant(slug) : [await ofDomain(db, domainId), ofTenant(slug)],
  },
  async ({ ctx, input }) => ({ data: await previewRemoval(ctx, input), message: 'Read from AWS.' }),
);

export const continueRemovalAction = defineAction(
  {
    name: 'continue-removal',
    permission: 'tenants:remove',
    input: continueRemovalSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const data = await continueRemoval(ctx, input);
    return { data, message: `The removal of ${data.hostname} goes on.` };
  },
);

export const checkNowAction = defineAction(
  {
    name: 'check-now',
    permission: 'tenants:edit',
    input: checkNowSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const data = await checkNow(ctx, input.domainId);
    return { data, message: `${data.hostname} is being checked.` };
  },
);

export const requestNewCertificateAction = defineAction(
  {
    name: 'request-new-certificate',
    permission: 'tenants:edit',
    input: requestNewCertificateSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const data = await requestNewCertificate(ctx, input.domainId);
    return { data, message: `A new certificate for ${data.hostname} is being requested.` };
  },
);

export const tryRequestAction = defineAction(
  {
    name: 'try-request',
    permission: 'tenants:edit',
    input: tryRequestSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => ({ data: await tryRequest(ctx, input), message: 'Sent.' }),
);

export const addCustomerRecordAction = defineAction(
  {
    name: 'add-customer-record',
    permission: 'tenants:edit',
    input: putCustomerRecordSchema,
    target: (input, db) => ofCustomerRecord(db, input),
  },
  async ({ ctx, input }) => {
    await addCustomerRecord(ctx, input);
    return { data: undefined, message: 'The record is added.' };
  },
);

export const removeCustomerRecordAction = defineAction(
  {
    name: 'remove-customer-record',
    permission: 'tenants:edit',
    input: deleteCustomerRecordSchema,
    target: (input, db) => ofCustomerRecord(db, input),
  },
  async ({ ctx, input }) => {
    await removeCustomerRecord(ctx, input);
    return { data: undefined, message: 'The record is removed.' };
  },
);
