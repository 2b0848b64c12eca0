import { z } from 'zod';

const deploymentId = z.string().regex(/^[a-z0-9]{1,32}$/, 'Choose a deployment.');
const description = z.string().trim().max(300, 'At most 300 characters.');

const stageName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(128, 'At most 128 characters.')
  .regex(/^[A-Za-z0-9_-]*$/, 'Only letters, digits, hyphens and underscores.');

/** AWS: at most 100 variables a stage, names of 64 and values of 512 characters. */
const stageVariables = z
  .record(
    z
      .string()
      .max(64, 'Names have at most 64 characters.')
      .regex(/^[A-Za-z0-9_]+$/, 'Names hold letters, digits and underscores.'),
    z
      .string()
      .max(512, 'At most 512 characters.')
      .regex(/^[A-Za-z0-9\-._~:/?#&=,]*$/, 'Only letters, digits and - . _ ~ : / ? # & = ,'),
  )
  .refine((variables) => Object.keys(variables).length <= 100, 'At most 100 variables.');

export const deploySchema = z.object({
  stage: stageName,
  description,
  /** Of the working copy that the operator saw. */
  expectedHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const rollBackSchema = z.object({ stage: stageName, deploymentId });
export type RollBackInput = z.output<typeof rollBackSchema>;

export const promoteSchema = z
  .object({
    from: stageName,
    to: stageName,
    /** That `from` served when the operator looked. */
    deploymentId,
  })
  .refine(({ from, to }) => from !== to, { error: 'Choose two stages.', path: ['to'] });
export type PromoteInput = z.output<typeof promoteSchema>;

export const createStageSchema = z.object({
  name: stageName,
  /** Null: the working copy is deployed to it. */
  deploymentId: deploymentId.nullable(),
  description,
  variables: stageVariables,
});
export type CreateStageInput = z.output<typeof createStageSchema>;
