import { asRecord, type Json } from './json';

/** The two forms of document that API Gateway exports and imports. */
export type Flavour = 'oas30' | 'swagger';

/** Where a form keeps schemas. */
export const schemaPrefix: Record<Flavour, string> = {
  oas30: '#/components/schemas/',
  swagger: '#/definitions/',
};

export function flavourOf(document: Json): Flavour | undefined {
  if (typeof document.openapi === 'string' && document.openapi.startsWith('3.')) return 'oas30';
  return String(document.swagger) === '2.0' || document.swagger === 2 ? 'swagger' : undefined;
}

export function schemasOf(document: Json, flavour: Flavour): Json {
  return asRecord(flavour === 'oas30' ? asRecord(document.components).schemas : document.definitions);
}

export function securitySchemesOf(document: Json, flavour: Flavour): Json {
  return asRecord(flavour === 'oas30' ? asRecord(document.components).securitySchemes : document.securityDefinitions);
}
