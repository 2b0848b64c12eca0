import { demoPages } from '../demo/pages';
import type { State } from '../state';

export const docsBucket = 'gatehouse-docs';

/** The static pages of the documentation bucket. */
export async function putDocs(state: State): Promise<void> {
  await state.write((tx) => {
    for (const [key, page] of Object.entries(demoPages)) tx.put('objects', `${docsBucket}/${key}`, page);
  });
}
