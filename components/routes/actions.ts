import type { ActionResult } from '@/lib/actions/result';
import type { Edit } from '@/lib/gateway/edits';

type Call<Input, Data = undefined> = (previous: null, input: Input) => Promise<ActionResult<Data>>;

/** What a save answers: where it went, and the version before it, for Undo. */
export interface Saved {
  number: number;
  version: number;
  previousVersion: number | null;
}

interface SaveInput {
  /** Null: the reader's current draft, or a new one. */
  number: number | null;
  /** The version that was looked at; null with a new draft. */
  version: number | null;
  edits: Edit[];
  /** "GET /orders: back end". */
  summary: string;
}

/** The server's side of everything that edits routes; pages hand it in, null for who may only look. */
export interface EditActions {
  save: Call<SaveInput, Saved>;
  undo: Call<{ number: number; version: number; to: number | null }, unknown>;
}

export interface DraftActions {
  choose: Call<{ number: number | null }, unknown>;
  create: Call<{ name: string }, unknown>;
}

/** The draft that saves go to. */
export interface CurrentDraft {
  number: number;
  version: number;
  name: string;
}
