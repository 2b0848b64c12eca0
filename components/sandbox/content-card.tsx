'use client';

import { ActionDialog } from '@/components/forms/action-dialog';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { ActionResult } from '@/lib/actions/result';
import type { SandboxContent } from '@/lib/sandbox-panel/model';

/** How much there is in the sandbox, and how to start over. */
export function ContentCard({
  contents,
  reset,
}: {
  contents: SandboxContent[];
  reset: (previous: null, input: { seed: boolean }) => Promise<ActionResult>;
}) {
  return (
    <Card title="Content" description="Number of things by account and region.">
      <div className="grid gap-4">
        {contents.length === 0 ? (
          <p className="text-ink-muted text-sm">There is nothing in it.</p>
        ) : (
          <DescriptionList
            items={contents.map(({ account, region, counts }) => ({
              key: `${account} ${region}`,
              name: account ? `${account}, ${region}` : 'Behind the gateway',
              value: Object.entries(counts)
                .map(([name, count]) => `${count.toLocaleString('en')} ${inWords(name)}`)
                .join(', '),
            }))}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <ActionDialog
            label="Put the first content back"
            icon="refresh-cw"
            size="sm"
            title="Put the first content back?"
            description="All that is in the sandbox goes: gateway, domains, certificates, zones. The gateway it came with takes its place. Tenants stay in the console, and Gatehouse makes their domains anew."
            submitLabel="Put it back"
            submitVariant="danger"
            action={(previous) => reset(previous, { seed: true })}
          />
          <ActionDialog
            label="Empty it"
            icon="trash"
            size="sm"
            variant="danger"
            title="Empty the sandbox?"
            description="All that is in it goes: gateway, domains, certificates, zones. Without a gateway no tenant is reachable, and none can be onboarded."
            submitLabel="Empty it"
            submitVariant="danger"
            action={(previous) => reset(previous, { seed: false })}
          />
        </div>
      </div>
    </Card>
  );
}

/** `restApis` as "REST APIs". */
function inWords(name: string): string {
  return name
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/\b(rest|api|vpc)(?=s?\b)/g, (acronym) => acronym.toUpperCase());
}
