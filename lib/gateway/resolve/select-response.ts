import type { Integration, IntegrationResponse } from '../model';

export interface SelectedResponse extends IntegrationResponse {
  status: string;
}

/**
 * The integration response for what the back end came back with: the first whose pattern matches the whole `text`, else the one
 * without a pattern. `text` is the status, of a Lambda function its error message. Null: the client gets 500. Facts 04, 4.6.
 */
export function selectResponse({ responses }: Integration, text: string): SelectedResponse | null {
  const all = Object.entries(responses).map(([status, response]) => ({ ...response, status }));
  return (
    all.find(({ selectionPattern }) => selectionPattern !== null && matchesWhole(selectionPattern, text)) ??
    all.find(({ selectionPattern }) => selectionPattern === null) ??
    null
  );
}

function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text);
  } catch {
    // A pattern that Java's regular expressions know and JavaScript's don't.
    return false;
  }
}
