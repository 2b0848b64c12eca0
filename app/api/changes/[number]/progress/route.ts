import { getSession } from '@/lib/auth/session';
import { readProgress } from '@/lib/changes/read-progress';
import { ExpectedError } from '@/lib/errors';
import { getDb } from '@/lib/runtime';

const headers = { 'cache-control': 'no-store' };

/** What a change set's page polls while it is applied; 401 without a session, 404 when there is no such change set. */
export async function GET(_request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  if ((await getSession()) === null) return Response.json({ error: 'not signed in' }, { status: 401, headers });
  const number = Number((await params).number);
  try {
    return Response.json(await readProgress(await getDb(), number), { headers });
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'not-found') return missing();
    throw error;
  }
}

function missing(): Response {
  return Response.json({ error: 'no such change set' }, { status: 404, headers });
}
