import type { ActionResult } from '@/lib/actions/result';
import type { HostnameReport, OnboardingPreview } from '@/lib/tenants/model';
import type { CheckHostnameInput, OnboardTenantInput } from '@/lib/tenants/schemas';

type Call<Input, Data> = (previous: ActionResult<Data> | null, input: Input) => Promise<ActionResult<Data>>;

/** The server's side of the form; the page hands it in. */
export interface OnboardActions {
  checkHostname: Call<CheckHostnameInput, HostnameReport>;
  preview: Call<OnboardTenantInput, OnboardingPreview>;
  submit: Call<OnboardTenantInput, { slug: string }>;
}

/** Calls an action; a connection that breaks is a refusal like any other, and nothing of the form is lost. */
export async function callAction<Input, Data>(action: Call<Input, Data>, input: Input): Promise<ActionResult<Data>> {
  try {
    return await action(null, input);
  } catch {
    return {
      ok: false,
      message: 'The console could not be reached.',
      fix: 'Nothing you typed is lost. Check your connection and try again; sending it twice does no harm.',
    };
  }
}
