import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';

/** What is configured, and what the provider has to be told. Never the secret. */
export function ProviderSettings({
  oidc,
  publicUrl,
}: {
  oidc: { issuer: string; clientId: string; name: string; scope: string; roleClaim: string } | null;
  /** URL under which people open the console. */
  publicUrl: string | null;
}) {
  const base = (publicUrl ?? 'https://gatehouse.example.com').replace(/\/$/, '');
  const urls = [
    { name: 'Redirect URI', path: '/api/auth/callback/oidc' },
    { name: 'Post-logout redirect URI', path: '/signed-out' },
    { name: 'Back-channel logout URI', path: '/api/auth/backchannel-logout' },
  ].map(({ name, path }) => ({
    name,
    value: (
      <span className="inline-flex items-start gap-1">
        <code className="break-all text-xs leading-5">{base + path}</code>
        <CopyButton value={base + path} label={name} />
      </span>
    ),
  }));
  return (
    <div className="grid gap-4 text-sm">
      {oidc ? (
        <DescriptionList
          items={[
            { name: 'Name', value: oidc.name },
            { name: 'Issuer', value: <code className="break-all text-xs">{oidc.issuer}</code> },
            { name: 'Client id', value: <code className="break-all text-xs">{oidc.clientId}</code> },
            { name: 'Scope', value: <code className="text-xs">{oidc.scope}</code> },
            { name: 'Role claim', value: <code className="text-xs">{oidc.roleClaim}</code> },
          ]}
        />
      ) : (
        <p>
          None is configured. Set <code>GATEHOUSE_OIDC_ISSUER</code>, <code>GATEHOUSE_OIDC_CLIENT_ID</code> and{' '}
          <code>GATEHOUSE_OIDC_CLIENT_SECRET</code>, and start the console again. <code>GATEHOUSE_OIDC_NAME</code>,{' '}
          <code>GATEHOUSE_OIDC_SCOPE</code> and <code>GATEHOUSE_OIDC_ROLE_CLAIM</code> are optional.
        </p>
      )}
      <div>
        <h3 className="mb-2 font-medium">To be entered at the provider</h3>
        <DescriptionList items={urls} />
      </div>
    </div>
  );
}
