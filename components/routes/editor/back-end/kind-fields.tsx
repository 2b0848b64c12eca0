import type { RouteFacts } from '@/lib/routes/model';
import { AwsOtherFields } from './aws-other-fields';
import { LambdaFields } from './lambda-fields';
import { MockFields } from './mock-fields';
import { S3Fields } from './s3-fields';
import type { BackEnd } from './state';
import { StepFunctionsFields } from './step-functions-fields';
import { UrlFields } from './url-fields';
import { VpcLinkFields } from './vpc-link-fields';

/** The fields of the back end's kind. */
export function KindFields({
  backEnd,
  onChange,
  problems,
  facts,
}: {
  backEnd: BackEnd;
  onChange: (backEnd: BackEnd) => void;
  problems: Record<string, string>;
  facts: RouteFacts;
}) {
  const common = { problems, facts };
  switch (backEnd.kind) {
    case 'http':
      return (
        <UrlFields {...common} values={backEnd.values} onChange={(values) => onChange({ kind: 'http', values })} />
      );
    case 'vpc-link':
      return (
        <VpcLinkFields
          {...common}
          values={backEnd.values}
          onChange={(values) => onChange({ kind: 'vpc-link', values })}
        />
      );
    case 'lambda':
      return (
        <LambdaFields {...common} values={backEnd.values} onChange={(values) => onChange({ kind: 'lambda', values })} />
      );
    case 'step-functions':
      return (
        <StepFunctionsFields
          {...common}
          values={backEnd.values}
          onChange={(values) => onChange({ kind: 'step-functions', values })}
        />
      );
    case 's3':
      return <S3Fields {...common} values={backEnd.values} onChange={(values) => onChange({ kind: 's3', values })} />;
    case 'mock':
      return (
        <MockFields {...common} values={backEnd.values} onChange={(values) => onChange({ kind: 'mock', values })} />
      );
    case 'aws-other':
      return (
        <AwsOtherFields
          {...common}
          values={backEnd.values}
          onChange={(values) => onChange({ kind: 'aws-other', values })}
        />
      );
  }
}
