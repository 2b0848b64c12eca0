import type {
  DocumentationPart,
  DocumentationPartLocation,
  GetDocumentationPartsCommandInput,
  GetDocumentationPartsCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { printedLocation } from './documentation/location';
import { locationsOfApi } from './documentation/locations-of-api';
import { findRestApi } from './find';
import { page } from './page';

/**
 * https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationParts.html: by type and place; those that
 * are, or the places that have none.
 */
export function getDocumentationParts(
  context: Context,
  input: GetDocumentationPartsCommandInput,
): Answer<GetDocumentationPartsCommandOutput> {
  const { type, nameQuery, path, locationStatus } = input;
  const { id } = findRestApi(context, input.restApiId);
  const parts = context.state.list('documentationParts', keyOf.documentationPart(context.scope, id));
  const documented = new Set(parts.map(({ location }) => printedLocation(location)));
  const isOpen = (location: DocumentationPartLocation) => !documented.has(printedLocation(location));
  const all: DocumentationPart[] =
    locationStatus === 'UNDOCUMENTED'
      ? locationsOfApi(context, id).flatMap((location) => (isOpen(location) ? [{ location }] : []))
      : parts;
  const wanted = all.filter(
    ({ location }) =>
      (type === undefined || location?.type === type) &&
      (path === undefined || location?.path === path) &&
      (nameQuery === undefined || location?.name?.startsWith(nameQuery)),
  );
  const place = ({ location }: DocumentationPart) => (location ? printedLocation(location) : '');
  return page(
    wanted.toSorted((one, other) => (place(one) < place(other) ? -1 : 1)),
    input,
  );
}
