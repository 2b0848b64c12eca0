import { CopyButton } from '@/components/ui/copy-button';
import { SummaryChevron } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { LambdaValues } from '@/lib/integrations/lambda';
import { CheckField } from './check-field';
import type { BackEndFieldsProps } from './fields';

const functionsId = 'lambda-functions';

/** A Lambda function. The permission that it needs stands below the form. */
export function LambdaFields({ values, onChange, problems, facts }: BackEndFieldsProps<LambdaValues>) {
  const known = facts.lambdaFunctions.find(({ arn }) => arn === values.functionArn.trim());
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
        <Field
          name="functionArn"
          label="Function"
          error={problems.functionArn}
          hint={
            known
              ? `The function ${known.name} of this account.`
              : facts.lambdaFunctions.length === 0
                ? 'Its ARN. No function of this account is known.'
                : 'Type a part of its name to choose one, or paste an ARN.'
          }
        >
          {(control) => (
            <>
              <Input
                {...control}
                mono
                list={functionsId}
                value={values.functionArn}
                onChange={(event) => onChange({ ...values, functionArn: event.target.value })}
                placeholder="arn:aws:lambda:eu-central-1:123456789012:function:orders"
                autoComplete="off"
                spellCheck={false}
              />
              <datalist id={functionsId}>
                {facts.lambdaFunctions.map(({ arn, name }) => (
                  <option key={arn} value={arn}>
                    {name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field name="qualifier" label="Version or alias" optional error={problems.qualifier}>
          {(control) => (
            <Input
              {...control}
              mono
              value={values.qualifier}
              onChange={(event) => onChange({ ...values, qualifier: event.target.value })}
              placeholder="live"
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      </div>
      <CheckField
        label="Give the function the whole request, and hand its answer through"
        hint="AWS calls this a proxy integration. Without it the function gets what a template makes of the request, and responses decide what the client gets."
        checked={values.proxy}
        onChange={(proxy) => onChange({ ...values, proxy, streaming: proxy && values.streaming })}
      />
      <CheckField
        label="Stream the answer"
        hint="Handed on while the function still writes it: for long answers, up to 15 minutes."
        checked={values.streaming}
        disabled={!values.proxy}
        onChange={(streaming) => onChange({ ...values, streaming })}
      />
    </>
  );
}

/** What allows the gateway to call a function, as a policy statement and as a command. */
export function InvokePermission({
  stage,
  statement,
  command,
}: {
  /** Null: the same for all stages. */
  stage: string | null;
  statement: string;
  command: string;
}) {
  return (
    <details className="rounded-lg border border-line bg-sunken">
      <summary className="flex items-start gap-2 px-3 py-2 font-medium text-sm hover:bg-hover">
        <SummaryChevron className="mt-1" />
        <span>
          The permission that the function needs{stage === null ? '' : ` on ${stage}`}
          <span className="block font-normal text-ink-muted text-xs">
            Without it every call ends in 500. Gatehouse shows it and doesn't write it: it belongs to the function.
          </span>
        </span>
      </summary>
      <div className="grid gap-3 border-line border-t px-3 py-3">
        {[
          { name: 'Statement of its policy', text: statement, label: 'the statement' },
          { name: 'The same as a command', text: command, label: 'the command' },
        ].map(({ name, text, label }) => (
          <div key={name}>
            <div className="flex items-center justify-between text-ink-muted text-xs">
              {name}
              <CopyButton value={text} label={label} />
            </div>
            <pre className="break-name whitespace-pre-wrap text-xs">{text}</pre>
          </div>
        ))}
      </div>
    </details>
  );
}
