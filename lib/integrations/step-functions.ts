import { z } from 'zod';
import type { Integration } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import { roleSchema } from './credentials-schema';
import { defineForm } from './define-form';
import { pointAt } from './point-at';
import { putResponses } from './put-responses';
import { parseServiceUri, printServiceUri, regionOf } from './service-uri';
import { workflowAnswers } from './step-functions-responses';
import { readStartTemplate, startTemplate, stepFunctionsInputs } from './step-functions-template';

const schema = z
  .object({
    action: z.enum(['StartExecution', 'StartSyncExecution']),
    stateMachineArn: z
      .string()
      .trim()
      .min(1, 'Enter the ARN of the state machine.')
      .max(1024, 'At most 1,024 characters.')
      .regex(
        /^$|^arn:aws[a-z-]*:states:[a-z0-9-]+:\d{12}:stateMachine:([\w-]|\$\{stageVariables\.\w+\})+(:([\w-]|\$\{stageVariables\.\w+\})+)?$/,
        'The ARN of a state machine: arn:aws:states:REGION:ACCOUNT:stateMachine:NAME.',
      ),
    role: roleSchema,
    input: z.enum(stepFunctionsInputs),
    /** Of the execution; `''` lets AWS choose. The same name twice within 90 days is refused (standard workflows). */
    name: z
      .string()
      .trim()
      .max(200, 'At most 200 characters.')
      .regex(/^[^"\\\n\r]*$/, 'No double quotes, backslashes or line breaks.'),
    /** What the client gets; `own` keeps the responses as they are. */
    answer: z.enum(['execution', 'output', 'own']),
  })
  .refine(({ action, answer }) => action === 'StartSyncExecution' || answer !== 'output', {
    path: ['answer'],
    message: 'Only StartSyncExecution waits for the output.',
  });

export type StepFunctionsValues = z.infer<typeof schema>;

export const stepFunctions = defineForm<StepFunctionsValues>({
  title: 'Step Functions workflow',
  sentence: 'Starts a state machine, and may wait for its output if it is an express workflow.',
  icon: 'workflow',
  schema,
  empty: () => ({
    action: 'StartExecution',
    stateMachineArn: '',
    role: '',
    input: 'body',
    name: '',
    answer: 'execution',
  }),
  read(_method, { uri, credentials, requestTemplates, responses }) {
    const action = actionOf(uri);
    const template = requestTemplates['application/json'];
    if (action === null || template === undefined) return null;
    return { action, role: credentials ?? '', ...readStartTemplate(template), answer: answerOf(responses) };
  },
  toMethod(method, { action, stateMachineArn, role, input, name, answer }, path) {
    const start = { stateMachineArn: stateMachineArn.trim(), input, name: name.trim() };
    const region = regionOf(start.stateMachineArn);
    const pointed = pointAt(
      method,
      {
        type: 'AWS',
        uri: printServiceUri({ region, subdomain: null, service: 'states', kind: 'action', rest: action }),
        httpMethod: 'POST',
        credentials: role.trim() || null,
        requestTemplates: { 'application/json': startTemplate(start) },
      },
      path,
      workflowAnswers.execution,
    );
    if (answer === 'own' || answer === answerOf(pointed.integration?.responses ?? {})) return pointed;
    return putResponses(pointed, workflowAnswers[answer]);
  },
  summary(integration) {
    const arn = readStartTemplate(integration.requestTemplates['application/json'] ?? '').stateMachineArn;
    const name = arn.split(':').slice(6).join(':') || 'a workflow';
    return actionOf(integration.uri) === 'StartSyncExecution' ? `${name} (waits for the output)` : name;
  },
});

function actionOf(uri: string | null): StepFunctionsValues['action'] | null {
  const service = parseServiceUri(uri);
  if (service?.service !== 'states' || service.kind !== 'action') return null;
  return (['StartExecution', 'StartSyncExecution'] as const).find((action) => action === service.rest) ?? null;
}

function answerOf(responses: Integration['responses']): StepFunctionsValues['answer'] {
  if (sameValue(responses, workflowAnswers.execution)) return 'execution';
  return sameValue(responses, workflowAnswers.output) ? 'output' : 'own';
}
