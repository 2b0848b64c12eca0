// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables and mapping templates write ${…} themselves
import { z } from 'zod';
import { roleSchema } from './credentials-schema';
import { defineForm } from './define-form';
import { newResponse } from './new-response';
import { pointAt } from './point-at';
import type { ResponseSet } from './put-responses';
import { parseServiceUri, printServiceUri } from './service-uri';

const variables = /\$\{stageVariables\.\w+\}|\{[\w.$-]+\}/g;

const schema = z.object({
  /** The bucket's. */
  region: z
    .string()
    .trim()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'A region such as eu-central-1.'),
  bucket: z
    .string()
    .trim()
    .min(1, 'Enter the name of the bucket.')
    .max(255, 'At most 255 characters.')
    .refine(
      (name) => /^$|^[a-z0-9][a-z0-9.-]*$/.test(name.replaceAll(variables, 'x')),
      'Only lower-case letters, digits, dots and hyphens; no slash.',
    ),
  /** `site/{proxy}`: key of the object, with path variables of the route. */
  key: z
    .string()
    .trim()
    .min(1, 'Enter the key of the object.')
    .max(1024, 'At most 1,024 characters.')
    .regex(/^[^\s?#]*$/, 'No spaces, ? or #: write %20, %3F, %23.')
    .refine((key) => !key.startsWith('/'), 'No slash in front: it would be part of the key.')
    .refine(
      (key) => !/(?<!\$)\{[^{}]*\+\}/.test(key),
      'Here without the plus: {proxy} stands for the value of {proxy+}.',
    )
    .refine(
      (key) => /\{[^{}]*\+\}/.test(key) || !/[{}]/.test(key.replaceAll(variables, 'x')),
      'Braces hold a name of the path, {id}, or a stage variable, ${stageVariables.folder}.',
    ),
  verb: z.enum(['GET', 'HEAD', 'PUT', 'DELETE'], 'Choose a method.'),
  role: roleSchema,
});

export type S3Values = z.infer<typeof schema>;

const s3Verbs = schema.shape.verb.options;
const passed = ['Content-Type', 'Cache-Control', 'ETag', 'Last-Modified'];
const message = (text: string) => ({ 'application/json': JSON.stringify({ message: text }) });

/** S3's own headers on success; its refusals, which are XML and name the bucket, as plain statuses. */
const documentResponses: ResponseSet = {
  '200': newResponse(null, {
    parameters: Object.fromEntries(
      passed.map((name) => [`method.response.header.${name}`, `integration.response.header.${name}`]),
    ),
  }),
  '404': newResponse('4\\d{2}', { templates: message('Not found') }),
  '502': newResponse('5\\d{2}', { templates: message('Bad gateway') }),
};

export const s3 = defineForm<S3Values>({
  title: 'S3 document',
  sentence: 'An object in a bucket, for static documents.',
  icon: 'database',
  schema,
  empty: (region = '') => ({ region, bucket: '', key: '', verb: 'GET', role: '' }),
  read(_method, { type, uri, httpMethod, credentials }) {
    const service = parseServiceUri(uri);
    const verb = s3Verbs.find((verb) => verb === httpMethod);
    if (type !== 'AWS' || service?.service !== 's3' || !verb) return null;
    const [bucket = '', ...key] = service.rest.split('/');
    return { region: service.region, bucket, key: key.join('/'), verb, role: credentials ?? '' };
  },
  toMethod(method, { region, bucket, key, verb, role }, path) {
    const rest = `${bucket.trim()}/${key.trim()}`;
    const uri = printServiceUri({ region: region.trim(), subdomain: null, service: 's3', kind: 'path', rest });
    const target = { type: 'AWS' as const, uri, httpMethod: verb, credentials: role.trim() || null };
    return pointAt(method, target, path, documentResponses);
  },
  summary: ({ uri }) => parseServiceUri(uri)?.rest ?? '',
});
