'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { FormMessage } from '@/components/forms/form-message';
import { useLeaveWarning } from '@/components/forms/use-leave-warning';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { type OnboardTenantInput, onboardTenantSchema } from '@/lib/tenants/schemas';
import { CertificateStep } from './certificate-step';
import { HostnameStep, type ZoneOption } from './hostname-step';
import { judgeAgain } from './judge-again';
import { PathsStep } from './paths-step';
import { ReviewStep } from './review-step';
import { Stepper } from './stepper';
import { type FormStep, formSteps, stepFields, stepOfField, stepTitles } from './steps';
import { TenantStep } from './tenant-step';
import { callAction, type OnboardActions } from './types';
import { useDraft } from './use-draft';
import { useFormStep } from './use-form-step';
import { showFields, useServerChecks } from './use-server-checks';

interface Props {
  zones: ZoneOption[];
  stages: string[];
  actions: OnboardActions;
  /** Given when the form adds a domain to a tenant that is there already. */
  tenant: { slug: string; name: string; contactEmail: string } | null;
}

/** The form in steps. What was typed survives steps, reloads and failures; the server decides about everything. */
export function OnboardForm({ zones, stages, actions, tenant }: Props) {
  const router = useRouter();
  const steps = tenant === null ? formSteps : formSteps.slice(1);
  const form = useForm<OnboardTenantInput>({
    resolver: zodResolver(onboardTenantSchema),
    // Never on blur: a sentence that comes or goes between press and release would move the button away under the pointer.
    mode: 'onSubmit',
    defaultValues: defaults(zones, stages, tenant),
  });
  const draft = useDraft(tenant === null ? 'gatehouse:onboard' : `gatehouse:add-domain:${tenant.slug}`, form);
  const [step, goTo] = useFormStep(steps);
  const [sent, setSent] = useState(false);
  const [pending, setPending] = useState(false);
  const checks = useServerChecks(form, actions);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useLeaveWarning(form.formState.isDirty && !sent, 'Leave this form? It has not been sent yet.');

  // A link, a reload or the browser's Back may lead to a step whose predecessors are not complete: stop at the first open one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only arriving at a step matters, not every keystroke
  useEffect(() => {
    if (!draft.ready) return;
    void arrive();
  }, [step, draft.ready]);

  async function arrive() {
    const open = await firstOpen(steps.slice(0, steps.indexOf(step)));
    if (open !== null) return goTo(open, 'replace');
    if (step === 'review') await checks.loadPreview();
    if (moved.current) heading.current?.focus();
  }

  /** The first of these steps that is not in order, with the sentences at its fields. */
  async function firstOpen(before: readonly FormStep[]): Promise<FormStep | null> {
    for (const one of before) {
      if (!(await form.trigger(stepFields[one], { shouldFocus: one === step }))) return one;
      if (one === 'hostname' && !(await checks.checkHostname())) return one;
    }
    return null;
  }

  async function next() {
    setPending(true);
    moved.current = true;
    const open = await firstOpen([step]);
    setPending(false);
    const following = steps[steps.indexOf(step) + 1];
    if (open === null && following !== undefined) goTo(following);
  }

  async function submit() {
    setPending(true);
    const result = await callAction(actions.submit, form.getValues());
    setPending(false);
    if (result.ok) {
      setSent(true);
      draft.forget();
      toast({ tone: 'success', message: result.message });
      router.push(`/tenants/${result.data.slug}`);
      return;
    }
    checks.setRefusal(result);
    const [field] = Object.keys(result.fields ?? {});
    const at = field === undefined ? null : stepOfField(field);
    if (at !== null && at !== step) goTo(at);
    // The field is there once its step is.
    requestAnimationFrame(() => showFields(form, result));
  }

  function back(to: FormStep) {
    moved.current = true;
    checks.setRefusal(null);
    goTo(to);
  }

  const previous = steps[steps.indexOf(step) - 1];
  const { report, preview } = checks;
  const shared = sharedPathsOf(form.watch('certificate'), report?.candidates ?? []);
  return (
    <FormProvider {...form}>
      <Stepper steps={steps} current={step} onBack={back} />
      <form
        noValidate
        aria-label={tenant === null ? 'Onboard tenant' : 'Add domain'}
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) void (step === 'review' ? submit() : next());
        }}
        onInput={(event) => judgeAgain(form, event.target)}
        className="grid max-w-3xl gap-5"
      >
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-base outline-none">
          {stepTitles[step]}
        </h2>
        {draft.restored ? (
          <Notice
            title="Continued where you left off"
            action={
              <Button
                size="sm"
                onClick={() => {
                  draft.startOver();
                  goTo(steps[0] ?? 'tenant');
                }}
              >
                Start over
              </Button>
            }
          >
            This tab kept what you typed.
          </Notice>
        ) : null}
        <FormMessage result={checks.refusal} />
        {step === 'tenant' ? <TenantStep /> : null}
        {step === 'hostname' ? <HostnameStep zones={zones} /> : null}
        {step === 'certificate' && report !== null ? <CertificateStep report={report} /> : null}
        {step === 'paths' ? <PathsStep stages={stages} sharedPaths={shared} /> : null}
        {step === 'review' ? <ReviewStep preview={preview} tenantName={tenant?.name ?? null} /> : null}
        <div className="flex flex-wrap gap-2 border-line border-t pt-4">
          {previous === undefined ? null : <Button onClick={() => back(previous)}>Back</Button>}
          <Button type="submit" variant="primary" pending={pending} disabled={step === 'review' && preview === null}>
            {step !== 'review' ? 'Next' : tenant === null ? 'Onboard tenant' : 'Add domain'}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function defaults(zones: ZoneOption[], stages: string[], tenant: Props['tenant']): OnboardTenantInput {
  return {
    name: tenant?.name ?? '',
    slug: tenant?.slug ?? '',
    contactEmail: tenant?.contactEmail ?? '',
    kind: 'managed',
    zoneId: zones.length === 1 ? (zones[0]?.id ?? '') : '',
    label: '',
    hostname: '',
    certificate: 'dedicated',
    mappings: [{ basePath: '', stage: stages.includes('prod') ? 'prod' : (stages[0] ?? '') }],
    confirmHostname: '',
    submissionId: '00000000-0000-4000-8000-000000000000',
  };
}

function sharedPathsOf(certificate: string, candidates: { value: string; reason: string }[]): string | null {
  if (!certificate.startsWith('wildcard:')) return null;
  return (
    candidates.find((candidate) => candidate.value === certificate)?.reason ??
    'They are shared with the other names below it.'
  );
}
