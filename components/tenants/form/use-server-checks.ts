'use client';

import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ActionResult } from '@/lib/actions/result';
import type { HostnameReport, OnboardingPreview } from '@/lib/tenants/model';
import type { CheckHostnameInput, OnboardTenantInput } from '@/lib/tenants/schemas';
import { fromServer } from './judge-again';
import { callAction, type OnboardActions } from './types';

export type Refusal = Extract<ActionResult<unknown>, { ok: false }>;

/**
 * What the server has said about the form so far. Each answer is kept for the input that it was asked about, so that
 * going back and forth asks again only when something has changed.
 */
export function useServerChecks(form: UseFormReturn<OnboardTenantInput>, actions: OnboardActions) {
  const [checked, setChecked] = useState<{ key: string; report: HostnameReport } | null>(null);
  const [preview, setPreview] = useState<OnboardingPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const input = (): CheckHostnameInput => {
    const { kind, zoneId, label, hostname } = form.getValues();
    return kind === 'managed' ? { kind, zoneId, label, hostname: '' } : { kind, zoneId: '', label: '', hostname };
  };

  /** Asks about the hostname unless it was asked already. False when something stops it; the reason is at its field. */
  async function checkHostname(): Promise<boolean> {
    const asked = input();
    const key = JSON.stringify(asked);
    if (checked?.key === key) return true;
    const result = await callAction(actions.checkHostname, asked);
    setRefusal(result.ok ? null : result);
    if (!result.ok) return showFields(form, result);
    const error = result.data.findings.find((finding) => finding.level === 'error');
    if (error !== undefined) {
      form.setError(error.field ?? 'hostname', { type: fromServer, message: error.sentence }, { shouldFocus: true });
      return false;
    }
    setChecked({ key, report: result.data });
    forgetLostCertificate(form, result.data);
    return true;
  }

  async function loadPreview(): Promise<void> {
    setPreview(null);
    const result = await callAction(actions.preview, form.getValues());
    // What may serve traffic is left alone, unless the operator says otherwise.
    if (result.ok)
      form.setValue('phase', result.data.report.needsConfirmation ? (form.getValues('phase') ?? 'prepare') : undefined);
    setRefusal(result.ok ? null : result);
    if (result.ok) setPreview(result.data);
    else showFields(form, result);
  }

  return {
    report: checked?.key === JSON.stringify(input()) ? checked.report : null,
    preview,
    refusal,
    setRefusal,
    checkHostname,
    loadPreview,
  };
}

/** Puts the server's sentences at their fields and the focus on the first. Always false. */
export function showFields(form: UseFormReturn<OnboardTenantInput>, refusal: Refusal): false {
  const fields = Object.entries(refusal.fields ?? {}) as [Parameters<typeof form.setError>[0], string][];
  for (const [index, [name, message]] of fields.entries())
    form.setError(name, { type: fromServer, message }, { shouldFocus: index === 0 });
  return false;
}

/** A certificate chosen for another hostname may not fit this one. */
function forgetLostCertificate(form: UseFormReturn<OnboardTenantInput>, report: HostnameReport): void {
  const chosen = form.getValues('certificate');
  const usable =
    chosen === 'dedicated'
      ? report.dedicatedRefusal === null
      : report.candidates.some((one) => one.value === chosen && one.usable);
  if (usable) return;
  const next =
    report.dedicatedRefusal === null ? 'dedicated' : (report.candidates.find((one) => one.usable)?.value ?? '');
  form.setValue('certificate', next);
}
