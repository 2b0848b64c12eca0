import type { DocumentationPartLocation } from '@aws-sdk/client-api-gateway';
import { Failure } from '../../../protocol/failure';
import { asList, asRecord, asText, type Json } from '../openapi/json';
import { completeLocation } from './location';

export interface ImportedPart {
  location: DocumentationPartLocation;
  /** JSON. */
  properties: string;
}

export const documentationExtension = 'x-amazon-apigateway-documentation';

/** The parts that a document lists in API Gateway's own extension; one that can't be is left out with a warning. */
export function documentationOf(document: Json, warnings: string[]): ImportedPart[] {
  return asList(asRecord(document[documentationExtension]).documentationParts).flatMap((each) => {
    const part = asRecord(each);
    const { type, path, method, statusCode, name } = asRecord(part.location);
    const given = { path: asText(path), method: asText(method), statusCode: asText(statusCode), name: asText(name) };
    try {
      const location = completeLocation({ type: asText(type) as DocumentationPartLocation['type'], ...given });
      return [{ location, properties: JSON.stringify(asRecord(part.properties)) }];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      warnings.push(`Ignoring documentation part: ${error.message}`);
      return [];
    }
  });
}
