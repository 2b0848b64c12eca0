'use client';

import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';

/**
 * Keeps what was typed in this tab until the form is sent, so that neither a reload nor a failure loses it. Returns
 * whether a draft was found, and how to forget it.
 */
export function useDraft(key: string, form: UseFormReturn<OnboardTenantInput>) {
  const [restored, setRestored] = useState(false);
  const [ready, setReady] = useState(false);
  const forgotten = useRef(false);
  const { reset, watch, getValues } = form;

  useEffect(() => {
    const draft = read(key);
    if (draft !== null) {
      reset({ ...getValues(), ...draft }, { keepDefaultValues: true });
      setRestored(true);
    } else {
      reset({ ...getValues(), submissionId: newId() });
    }
    setReady(true);
    const subscription = watch((values) => {
      if (!forgotten.current) write(key, JSON.stringify(values));
    });
    return () => subscription.unsubscribe();
  }, [key, reset, watch, getValues]);

  return {
    restored,
    ready,
    forget() {
      forgotten.current = true;
      write(key, null);
    },
    startOver() {
      write(key, null);
      reset({ ...form.formState.defaultValues, submissionId: newId() } as OnboardTenantInput);
      setRestored(false);
    },
  };
}

/** `crypto.randomUUID` exists only on https and localhost; the console may be opened by another name. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function read(key: string): Partial<OnboardTenantInput> | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Partial<OnboardTenantInput>);
  } catch {
    return null;
  }
}

/** A browser that forbids storage still shows the form; only reloads then lose it. */
function write(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {}
}
