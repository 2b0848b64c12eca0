import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { ShownPolicies } from '@/lib/connection/read-policies';
import { PolicyText } from './policy-text';

/** The exact policies to attach, and those for a role that Gatehouse assumes. */
export function PolicyCard({ policies, role }: { policies: ShownPolicies; role: string | null }) {
  const { readOnly, operator, trust, assume, wide, externalId, proposed } = policies;
  return (
    <Card
      title="IAM policies"
      description="Made from the calls that Gatehouse makes, for the gateway, the zones and the roles that it knows now."
    >
      <div className="grid gap-4">
        {wide.length > 0 ? (
          <Notice tone="amber" title="Some resources are still wildcards">
            {`Gatehouse does not know ${wide.join(', ')} yet. Copy the policies once AWS has been read.`}
          </Notice>
        ) : null}
        <PolicyGroup
          title="To look"
          text="Enough for every page. With it alone nothing can be changed on AWS."
          policies={readOnly}
        />
        <PolicyGroup
          title="To change"
          text="In addition, for operators and the worker. Records can be written only in the zones that are listed: copy it again when a zone is added."
          policies={operator}
        />
        <PolicyGroup
          title="To assume a role"
          text={
            role
              ? `For ${role}: its trust policy, and the one permission of the identity that Gatehouse starts with.`
              : `Make a role, attach the policies above to it, give it this trust policy, and set GATEHOUSE_AWS_ROLE_ARN. ${
                  proposed ? `Set GATEHOUSE_AWS_EXTERNAL_ID to ${externalId}, which was made for this console.` : ''
                }`
          }
          policies={[trust, assume]}
        />
      </div>
    </Card>
  );
}

function PolicyGroup({ title, text, policies }: { title: string; text: string; policies: ShownPolicies['readOnly'] }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="font-medium text-sm">{title}</h3>
      <p className="break-name mb-2 text-ink-muted text-sm">{text}</p>
      <div className="grid gap-2">
        {policies.map((policy) => (
          <PolicyText key={policy.name} policy={policy} />
        ))}
      </div>
    </section>
  );
}
