import { Failure } from '../../protocol/failure';

/** API Gateway's kinds of refusal. */
export const badRequest = (message: string) => new Failure('BadRequestException', message, 400);
export const notFound = (message: string) => new Failure('NotFoundException', message, 404);
export const conflict = (message: string) => new Failure('ConflictException', message, 409);
export const limitExceeded = (message: string) => new Failure('LimitExceededException', message, 429);
