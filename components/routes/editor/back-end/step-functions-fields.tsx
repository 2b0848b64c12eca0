import { ChoiceCard, ChoiceGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { StepFunctionsValues } from '@/lib/integrations/step-functions';
import type { BackEndFieldsProps } from './fields';
import { RoleField } from './role-field';

/** A state machine. The template that starts it is written from this. */
export function StepFunctionsFields({ values, onChange, problems }: BackEndFieldsProps<StepFunctionsValues>) {
  const waits = values.action === 'StartSyncExecution';
  return (
    <>
      <ChoiceGroup legend="The client" columns={2}>
        <ChoiceCard
          name="action"
          label="Gets an answer at once"
          hint="StartExecution: the workflow goes on by itself."
          checked={!waits}
          onChange={() =>
            onChange({
              ...values,
              action: 'StartExecution',
              answer: values.answer === 'output' ? 'execution' : values.answer,
            })
          }
        />
        <ChoiceCard
          name="action"
          label="Waits for the output"
          hint="StartSyncExecution: express workflows only, as long as the timeout allows."
          checked={waits}
          onChange={() => onChange({ ...values, action: 'StartSyncExecution' })}
        />
      </ChoiceGroup>
      <Field name="stateMachineArn" label="ARN of the state machine" error={problems.stateMachineArn}>
        {(control) => (
          <Input
            {...control}
            mono
            value={values.stateMachineArn}
            onChange={(event) => onChange({ ...values, stateMachineArn: event.target.value })}
            placeholder="arn:aws:states:eu-central-1:123456789012:stateMachine:orders"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <RoleField
        value={values.role}
        onChange={(role) => onChange({ ...values, role })}
        problem={problems.role}
        hint={`It needs states:${values.action} for the state machine, and API Gateway as a trusted service.`}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="input" label="Input of the workflow" error={problems.input}>
          {(control) => (
            <Select
              {...control}
              value={values.input}
              onChange={(event) => onChange({ ...values, input: event.target.value as StepFunctionsValues['input'] })}
            >
              <option value="body">The body</option>
              <option value="whole-request">The whole request</option>
            </Select>
          )}
        </Field>
        <Field name="name" label="Name of the execution" optional error={problems.name}>
          {(control) => (
            <Input
              {...control}
              mono
              value={values.name}
              onChange={(event) => onChange({ ...values, name: event.target.value })}
              placeholder="$context.requestId"
              spellCheck={false}
            />
          )}
        </Field>
        <Field name="answer" label="The client's answer" error={problems.answer}>
          {(control) => (
            <Select
              {...control}
              value={values.answer}
              onChange={(event) => onChange({ ...values, answer: event.target.value as StepFunctionsValues['answer'] })}
            >
              <option value="execution">What Step Functions says</option>
              {waits ? <option value="output">The output alone</option> : null}
              <option value="own">As the Responses tab says</option>
            </Select>
          )}
        </Field>
      </div>
    </>
  );
}
