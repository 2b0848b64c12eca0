import type { StoredCertificate } from '../../model';
import type { State } from '../../state';

interface Watched {
  pending: string[];
  /** `from` is when the certificate's end is, ms since 1970; at once where somebody asked for a renewal. */
  renewable: { key: string; from: number }[];
}

/** Follows which certificates ACM has work with, without reading thousands of issued ones again and again. */
export class WatchedCertificates {
  readonly #state: State;
  readonly #unfollow: () => void;
  #watched: Watched | undefined;

  constructor(state: State) {
    this.#state = state;
    this.#unfollow = state.onChange((touched) => {
      if (touched.has('certificates')) this.#watched = undefined;
    });
  }

  /** Keys in the state of what waits for validation. */
  pending(): string[] {
    return this.#read().pending;
  }

  /** Keys of what ACM issued, and what ends before a time or is asked to be renewed. */
  endingBefore(time: number): string[] {
    return this.#read().renewable.flatMap(({ key, from }) => (from <= time ? [key] : []));
  }

  close(): void {
    this.#unfollow();
  }

  /** Reads them anew only after a change of certificates. */
  #read(): Watched {
    if (this.#watched) return this.#watched;
    const watched: Watched = { pending: [], renewable: [] };
    for (const { key, value } of this.#state.entries('certificates')) {
      if (value.detail.Status === 'PENDING_VALIDATION') watched.pending.push(key);
      // Taking one into use, or exporting it, writes it, and then all are read anew.
      else if (isManaged(value) && (value.uses?.length || value.exportedAt !== undefined))
        watched.renewable.push({ key, from: endOf(value) });
    }
    this.#watched = watched;
    return watched;
  }
}

/** Whether ACM renews it by itself once it is in use: what it issued, not what was imported. */
export function isManaged({ detail }: StoredCertificate): boolean {
  return detail.Status === 'ISSUED' && detail.Type === 'AMAZON_ISSUED';
}

function endOf({ detail, renewalAskedAt }: StoredCertificate): number {
  return renewalAskedAt === undefined ? (detail.NotAfter?.getTime() ?? Number.POSITIVE_INFINITY) : 0;
}
