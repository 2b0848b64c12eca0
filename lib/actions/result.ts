/** An action as a form takes it (`useActionState`). */
export type FormAction = (previous: ActionResult<unknown> | null, form: FormData) => Promise<ActionResult<unknown>>;

/**
 * What every action returns. A refusal names what happened (`message`), what to do (`fix`), sentences by form field
 * (`fields`, keys like `mappings.0.basePath`) and gives back what was typed (`values`, never a secret).
 */
export type ActionResult<Data = undefined> =
  | { ok: true; data: Data; message: string }
  | {
      ok: false;
      message: string;
      fix?: string;
      fields?: Record<string, string>;
      /** Under which the log has the original of an unexpected error. */
      reference?: string;
      values?: Record<string, string>;
    };
