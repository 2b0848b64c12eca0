import { useFormContext } from 'react-hook-form';
import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { AffixInput, Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';
import { previewHostname } from './preview-hostname';

export interface ZoneOption {
  id: string;
  name: string;
}

/** Under which name the tenant is reached: one of ours, or the tenant's own. */
export function HostnameStep({ zones }: { zones: ZoneOption[] }) {
  const { register, watch, formState } = useFormContext<OnboardTenantInput>();
  const { errors } = formState;
  const [kind, zoneId, label, hostname] = watch(['kind', 'zoneId', 'label', 'hostname']);
  const preview = previewHostname({ kind, zoneId, label, hostname }, zones);
  const zone = zones.find((one) => one.id === zoneId);
  return (
    <div className="grid max-w-2xl gap-4">
      <ChoiceGroup legend="Whose name is it?" columns={2} error={errors.kind?.message}>
        <ChoiceCard
          {...register('kind')}
          value="managed"
          label="Subdomain of one of our zones"
          hint="Gatehouse makes the DNS records in Route 53. Nobody else has to do anything."
        />
        <ChoiceCard
          {...register('kind')}
          value="customer"
          label="Customer's own domain"
          hint="The customer adds the records at their DNS provider; you get the list to send."
        />
      </ChoiceGroup>
      {kind === 'managed' ? (
        zones.length === 0 ? (
          <Notice tone="amber" title="There is no public hosted zone in the inventory.">
            Create one in Route 53: Gatehouse reads AWS about once a minute. When that fails, a notice at the top of
            this page says why.
          </Notice>
        ) : (
          <div className="grid gap-4 sm:grid-cols-[1fr_1.4fr]">
            <Field name="zoneId" label="Zone" error={errors.zoneId?.message}>
              {(control) => (
                <Select {...control} {...register('zoneId')}>
                  <option value="">Choose a zone</option>
                  {zones.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              name="label"
              label="Name in the zone"
              hint="Leave it empty, or enter @, for the zone's own name."
              error={errors.label?.message}
            >
              {(control) => (
                <AffixInput
                  {...control}
                  {...register('label')}
                  mono
                  after={zone === undefined ? undefined : `.${zone.name}`}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
              )}
            </Field>
          </div>
        )
      ) : (
        <Field
          name="hostname"
          label="Hostname"
          hint="The whole name, for example shop.customer.com"
          error={errors.hostname?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...register('hostname')}
              mono
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              inputMode="url"
            />
          )}
        </Field>
      )}
      <p className="min-h-10 text-ink-muted text-xs">
        The tenant will be reached at
        <output className="block break-name font-mono text-ink text-sm" data-testid="hostname-preview">
          {preview ?? '…'}
        </output>
      </p>
    </div>
  );
}
