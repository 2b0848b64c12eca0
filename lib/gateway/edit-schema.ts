import { z } from 'zod';
import type { Edit } from './edits';
import { settableFields } from './fields';
import { integrationFields, integrationResponseFields } from './schema/integration';
import { methodFields, methodResponseFields, resourceFields } from './schema/method';
import {
  apiFields,
  authorizerFields,
  gatewayResponseFields,
  modelFields,
  stageFields,
  validatorFields,
} from './schema/shared';
import { subjectSchema } from './schema/subject';
import { text } from './schema/texts';
import type { SubjectKind, SubjectValues } from './subjects';

/** The value of each kind of subject: all fields, no others, of bounded size. What they mean together is lint's. */
const valueSchemas: { [Kind in SubjectKind]: z.ZodType<SubjectValues[Kind]> } = {
  api: apiFields,
  resource: resourceFields,
  method: methodFields,
  'method-response': methodResponseFields,
  integration: integrationFields,
  'integration-response': integrationResponseFields,
  authorizer: authorizerFields,
  model: modelFields,
  validator: validatorFields,
  'gateway-response': gatewayResponseFields,
  stage: stageFields,
};

/** A method with all that is in it. */
export const methodSchema = valueSchemas.method;

const raw = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), subject: subjectSchema, value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), subject: subjectSchema }),
  z.strictObject({
    op: z.literal('set'),
    subject: subjectSchema,
    field: text(64),
    key: text(2_200).min(1).nullable(),
    value: z.unknown(),
  }),
]);

/** An edit as it may come from a browser. Issues stand at the field of the value that they are about. */
export const editSchema: z.ZodType<Edit> = raw.transform((edit, context): Edit => {
  if (edit.op === 'remove') return edit as Edit;
  const parsed = edit.op === 'put' ? valueSchemas[edit.subject.kind].safeParse(edit.value) : parseField(edit);
  if (parsed.success) return { ...edit, value: parsed.data } as Edit;
  for (const { message, path } of parsed.error.issues) {
    context.addIssue({ code: 'custom', message, path: ['value', ...path], input: edit.value });
  }
  return z.NEVER;
});

const fieldsByKind: { [Kind in SubjectKind]: z.ZodObject | null } = {
  api: apiFields,
  resource: null,
  method: methodFields,
  'method-response': methodResponseFields,
  integration: integrationFields,
  'integration-response': integrationResponseFields,
  authorizer: authorizerFields,
  model: modelFields,
  validator: validatorFields,
  'gateway-response': gatewayResponseFields,
  stage: stageFields,
};

function parseField({ subject, field, key, value }: Extract<z.infer<typeof raw>, { op: 'set' }>) {
  const shape = settableFields[subject.kind].find(([name]) => name === field)?.[1];
  const schema = fieldsByKind[subject.kind]?.shape[field];
  const isWhole = shape === 'value' && key === null;
  if (!schema || !(isWhole || (shape === 'map' && key !== null))) {
    return z.never('There is no such field.').safeParse(value);
  }
  // Null: the default, or no such entry.
  if (value === null) return z.null().safeParse(value);
  if (key === null) return z.safeParse(schema, value);
  const parsed = z.safeParse(schema, { [key]: value });
  return parsed.success ? { success: true as const, data: value } : parsed;
}
