import { badRequest } from './refusals';

const defaultLimit = 25;
const maxLimit = 500;

export interface Page<T> {
  items: T[];
  position?: string;
}

/** One page of a list, API Gateway's way: `position` is opaque, `limit` 25 unless told, at most 500. */
export function page<T>(all: T[], request: { position?: string | undefined; limit?: number | undefined }): Page<T> {
  const limit = request.limit ?? defaultLimit;
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit)
    throw badRequest(`Invalid limit: must be between 1 and ${maxLimit}`);
  const start = readPosition(request.position);
  const end = start + limit;
  return {
    items: all.slice(start, end),
    ...(end < all.length ? { position: Buffer.from(String(end)).toString('base64') } : {}),
  };
}

function readPosition(position: string | undefined): number {
  if (!position) return 0;
  const start = Number(Buffer.from(position, 'base64').toString('utf8'));
  if (!Number.isInteger(start) || start < 0) throw badRequest('Invalid position parameter');
  return start;
}
