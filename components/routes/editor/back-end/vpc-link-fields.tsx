import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { VpcLinkValues } from '@/lib/integrations/vpc-link';
import type { BackEndFieldsProps } from './fields';
import { UrlFields } from './url-fields';

const linksId = 'vpc-links';
const asVariable = `\${stageVariables.link}`;

/** A load balancer inside of a VPC. */
export function VpcLinkFields(props: BackEndFieldsProps<VpcLinkValues>) {
  const { values, onChange, problems, facts } = props;
  const known = facts.vpcLinks.find(({ id }) => id === values.connectionId.trim());
  return (
    <>
      <ChoiceGroup legend="Leads to" columns={2}>
        <ChoiceCard
          name="version"
          label="A network load balancer"
          hint="VPC link v1: the link knows its load balancer."
          checked={values.version === 'v1'}
          onChange={() => onChange({ ...values, version: 'v1', loadBalancer: '' })}
        />
        <ChoiceCard
          name="version"
          label="Any load balancer of the VPC"
          hint="VPC link v2: an application or a network load balancer, named by its ARN."
          checked={values.version === 'v2'}
          onChange={() => onChange({ ...values, version: 'v2' })}
        />
      </ChoiceGroup>
      <Field
        name="connectionId"
        label="VPC link"
        error={problems.connectionId}
        hint={
          known
            ? `The link ${known.name} of this account.`
            : facts.vpcLinks.length === 0
              ? `The id of a link, or a stage variable: ${asVariable}. No link of this account is known.`
              : `Choose one, or a stage variable: ${asVariable}.`
        }
      >
        {(control) => (
          <>
            <Input
              {...control}
              mono
              list={linksId}
              value={values.connectionId}
              onChange={(event) => onChange({ ...values, connectionId: event.target.value })}
              autoComplete="off"
              spellCheck={false}
            />
            <datalist id={linksId}>
              {facts.vpcLinks.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      {values.version === 'v2' ? (
        <Field name="loadBalancer" label="ARN of the load balancer" error={problems.loadBalancer}>
          {(control) => (
            <Input
              {...control}
              mono
              value={values.loadBalancer}
              onChange={(event) => onChange({ ...values, loadBalancer: event.target.value })}
              placeholder="arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/orders/50dc6c495c0c9188"
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      ) : null}
      <UrlFields
        {...props}
        {...(values.version === 'v2'
          ? {
              urlHint:
                'Says path, Host header and, with https, the name in the certificate. Where the request goes, the load balancer says.',
            }
          : {})}
      />
    </>
  );
}
