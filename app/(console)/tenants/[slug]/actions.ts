'use server';

import { defineAction } from '@/lib/actions/define-action';
import { applyFix } from '@/lib/doctor/apply-fix';
import { runDoctor } from '@/lib/doctor/run-doctor';
import { applyFixSchema, runDoctorSchema } from '@/lib/doctor/schemas';
import { requestNewCertificate } from '@/lib/domains/request-new-certificate';
import { continueRemoval } from '@/lib/offboarding/continue-removal';
import { previewRemoval } from '@/lib/offboarding/preview-removal';
import { removeDomain } from '@/lib/offboarding/remove-domain';
import { previewRemovalSchema, removeDomainSchema } from '@/lib/offboarding/schemas';
import { addCustomerRecord, removeCustomerRecord } from '@/lib/sandbox-panel/change-customer-dns';
import { deleteCustomerRecordSchema, putCustomerRecordSchema } from '@/lib/sandbox-panel/schemas';
import { changeHostname } from '@/lib/tenants/change-hostname';
import { checkNow } from '@/lib/tenants/check-now';
import { moveDomain } from '@/lib/tenants/move-domain';
import { removeTenant } from '@/lib/tenants/remove-tenant';
import { retirePredecessor } from '@/lib/tenants/retire-predecessor';
import {
  changeHostnameSchema,
  checkNowSchema,
  moveDomainSchema,
  removeTenantSchema,
  requestNewCertificateSchema,
  retirePredecessorSchema,
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
    input: removeDomainSchema,
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

export const runDoctorAction = defineAction(
  {
    name: 'run-doctor',
    permission: 'tenants:edit',
    input: runDoctorSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const { hostname, live, findings } = await runDoctor(ctx, input.domainId);
    const problems = findings.filter(({ state }) => state === 'problem').length;
    const found = problems === 0 ? 'found no problem' : `found ${problems} problem${problems === 1 ? '' : 's'}`;
    return { data: { live }, message: `The doctor ${found} at ${hostname}.` };
  },
);

export const applyFixAction = defineAction(
  {
    name: 'apply-fix',
    permission: 'tenants:edit',
    input: applyFixSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const { sentence } = await applyFix(ctx, input);
    return { data: undefined, message: sentence };
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

export const moveDomainAction = defineAction(
  { name: 'move-domain', permission: 'tenants:move', input: moveDomainSchema },
  async ({ ctx, input }) => {
    const data = await moveDomain(ctx, input);
    return { data, message: `${data.hostname} belongs to ${data.tenant} now.` };
  },
);

export const changeHostnameAction = defineAction(
  {
    name: 'change-hostname',
    permission: 'tenants:edit',
    input: changeHostnameSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const data = await changeHostname(ctx, input);
    return { data, message: `${data.hostname} is being made. The old hostname stays until you remove it.` };
  },
);

export const retirePredecessorAction = defineAction(
  {
    name: 'retire-predecessor',
    permission: 'tenants:remove',
    input: retirePredecessorSchema,
    target: ({ domainId }, db) => ofDomain(db, domainId),
  },
  async ({ ctx, input }) => {
    const data = await retirePredecessor(ctx, input);
    return { data, message: `${data.hostname} is being removed.` };
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
