import { z } from 'zod';

/** A text that AWS may have at most so long. */
export function text(max: number) {
  return z.string().max(max, `At most ${max.toLocaleString('en')} characters.`);
}

export function optionalText(max: number) {
  return text(max).nullable();
}

/** Entries of a map; the keys are bounded, too. */
export function mapOf<Value extends z.ZodType>(value: Value, longestKey = 512) {
  return z
    .record(text(longestKey).min(1, 'Enter a name.'), value)
    .refine((map) => Object.keys(map).length <= 300, 'At most 300 entries.');
}

export function listOf(longest: number) {
  return z.array(text(longest).min(1, 'Enter a value.')).max(200, 'At most 200 entries.');
}

/** 300 KB, AWS's quota of a mapping template. */
export const template = text(300 * 1_024);

/** `'constant'`, `method.request.header.x`: the grammar is lint's. */
const mappingText = text(10_240).min(1, 'Enter a value.');

export const headerMap = mapOf(mappingText);

export const statusCode = z.string().regex(/^[1-5]\d\d$/, 'A status is a number from 100 to 599.');

export const contentHandling = z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']).nullable();

export const name = (max = 128) => text(max).min(1, 'Enter a name.');
