import type { Authority } from '../pki/authority';
import type { State } from '../state';

export interface SeedOptions {
  state: State;
  authority: Authority;
  /** Addresses of the demo back ends, without path. */
  backEnds: { microservice: string; webApplication: string };
}

/** Puts the first content into an empty sandbox. */
export async function ensureSeed(_options: SeedOptions): Promise<void> {}
