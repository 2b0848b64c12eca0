import { z } from 'zod';
import { editSchema } from '@/lib/gateway/edit-schema';

const changeSetNumber = z.coerce.number<number | string>().int().min(1).max(2_147_483_647);
const version = z.coerce.number<number | string>().int().min(1).max(2_147_483_647);
const differenceKeys = z.string().min(1).max(5_000);
const stageName = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'Choose a stage.');

const name = z.string().trim().min(1, 'Enter a name.').max(120, 'At most 120 characters.');
const description = z.string().trim().max(2_000, 'At most 2,000 characters.');

/** What AWS takes of an OpenAPI document, in bytes; characters here are bytes in nearly all documents. */
const longestDocument = 6 * 1024 * 1024;

export const saveEditsSchema = z.object({
  /** Null: the operator's current draft, or a new one. */
  number: changeSetNumber.nullable(),
  /** That was edited; null with a draft that the editor hasn't seen. */
  version: version.nullable(),
  edits: z.array(editSchema).min(1).max(2_000),
  /** What the save does, for the list of versions: "GET /orders: back end". */
  summary: z.string().trim().max(300),
});

export const undoEditsSchema = z.object({
  number: changeSetNumber,
  version,
  /** The version to go back to; null is the one before. */
  to: version.nullable().default(null),
});

export const createDraftSchema = z.object({ name, description: description.default('') });

/** Null: none, the next save begins a new one. */
export const chooseDraftSchema = z.object({ number: changeSetNumber.nullable() });

export const renameChangeSetSchema = z.object({ number: changeSetNumber, name, description: description.default('') });

export const discardChangeSetSchema = z.object({ number: changeSetNumber, version });

export const takeBackDifferencesSchema = z.object({
  number: changeSetNumber,
  version,
  /** `differenceKey` of each. */
  keys: z.array(differenceKeys).min(1, 'Choose at least one change.').max(5_000),
});

export const resolveConflictsSchema = z.object({
  number: changeSetNumber,
  version,
  choices: z
    .array(z.object({ key: differenceKeys, choice: z.enum(['mine', 'theirs']) }))
    .min(1, 'Choose for at least one conflict.')
    .max(5_000),
});

export const applyChangeSetSchema = z.object({
  number: changeSetNumber,
  version,
  /** The stage to deploy to afterwards; null: only the working copy is changed. */
  deployTo: stageName.nullable(),
  description: z.string().trim().max(1_024, 'At most 1,024 characters.').default(''),
  /** Of the working copy that was reviewed: a deployment ships all of it, so another one is not deployed. */
  expectedHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export const continueApplySchema = z.object({
  number: changeSetNumber,
  /** False: leave the stage as it is. */
  deploy: z.boolean().default(true),
});

export const undoApplySchema = z.object({ number: changeSetNumber });

export const stopApplySchema = z.object({ number: changeSetNumber });

export const restoreAsChangeSetSchema = z.object({ deploymentId: z.string().regex(/^[A-Za-z0-9]{1,64}$/) });

export const importAsChangeSetSchema = z.object({
  text: z.string().min(1, 'Paste or choose a document.').max(longestDocument, 'At most 6 MB.'),
  /** `merge` leaves alone what the document doesn't name; `overwrite` removes it. */
  mode: z.enum(['merge', 'overwrite']),
  /** Empty: named after the document. */
  name: z.string().trim().max(120, 'At most 120 characters.').default(''),
});

export type SaveEditsInput = z.infer<typeof saveEditsSchema>;
export type UndoEditsInput = z.infer<typeof undoEditsSchema>;
export type CreateDraftInput = z.infer<typeof createDraftSchema>;
export type ChooseDraftInput = z.infer<typeof chooseDraftSchema>;
export type RenameChangeSetInput = z.infer<typeof renameChangeSetSchema>;
export type DiscardChangeSetInput = z.infer<typeof discardChangeSetSchema>;
export type TakeBackDifferencesInput = z.infer<typeof takeBackDifferencesSchema>;
export type ResolveConflictsInput = z.infer<typeof resolveConflictsSchema>;
export type ApplyChangeSetInput = z.infer<typeof applyChangeSetSchema>;
export type ContinueApplyInput = z.infer<typeof continueApplySchema>;
export type UndoApplyInput = z.infer<typeof undoApplySchema>;
export type StopApplyInput = z.infer<typeof stopApplySchema>;
export type RestoreAsChangeSetInput = z.infer<typeof restoreAsChangeSetSchema>;
export type ImportAsChangeSetInput = z.infer<typeof importAsChangeSetSchema>;
