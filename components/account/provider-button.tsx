'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Leads to the identity provider. */
export function ProviderButton({ name, next }: { name: string; next: string }) {
  const [pending, setPending] = useState(false);
  return (
    <Button
      icon="key-round"
      className="w-full"
      pending={pending}
      onClick={() => {
        setPending(true);
        // It leaves the page on success; where it can't, next-auth leads to the page with the reason.
        signIn('oidc', { callbackUrl: next }).catch(() => setPending(false));
      }}
    >
      Continue with {name}
    </Button>
  );
}
