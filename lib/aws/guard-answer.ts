import 'server-only';
import { ForeignAnswerError } from './attempt-errors';
import type { Middleware } from './middleware';

interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: { destroy?: () => void };
}

/**
 * Refuses HTML. AWS never sends it; a parser, though, may find an empty list in a proxy's 200, or a `NotFound` in its 404,
 * and the console would believe that resources are gone.
 */
export const guardAnswer: Middleware = (next) => async (args) => {
  const answer = await next(args);
  const response = answer.response as HttpAnswer;
  if (/^\s*(text\/html|application\/xhtml)/i.test(response.headers['content-type'] ?? '')) {
    response.body.destroy?.();
    throw new ForeignAnswerError(response.statusCode);
  }
  return answer;
};
