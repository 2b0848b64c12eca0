import type { State } from '../../state';

/** Follows which certificates wait for validation, without reading thousands of issued ones again and again. */
export class PendingCertificates {
  readonly #state: State;
  readonly #unfollow: () => void;
  #keys: string[] | undefined;

  constructor(state: State) {
    this.#state = state;
    this.#unfollow = state.onChange((touched) => {
      if (touched.has('certificates')) this.#keys = undefined;
    });
  }

  /** Their keys in the state; read anew only after a change of certificates. */
  keys(): string[] {
    this.#keys ??= [...this.#state.entries('certificates')]
      .filter(({ value }) => value.detail.Status === 'PENDING_VALIDATION')
      .map(({ key }) => key);
    return this.#keys;
  }

  close(): void {
    this.#unfollow();
  }
}
