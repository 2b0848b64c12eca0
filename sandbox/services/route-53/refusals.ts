import { Failure } from '../../protocol/failure';

export const invalidInput = (message: string) => new Failure('InvalidInput', message, 400);
/** Several messages travel in one bracket (facts 9.6). */
export const invalidChangeBatch = (messages: string[]) =>
  new Failure('InvalidChangeBatch', `[${messages.join(', ')}]`, 400);
export const noSuchHealthCheck = (id: string) =>
  new Failure('NoSuchHealthCheck', `No health check found with ID: ${id}`, 404);
