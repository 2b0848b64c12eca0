import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { NormalizedSchema } from '@smithy/core/schema';
import ts from 'typescript';
import type { ServiceEnums } from './protocol/enum-violations';
import { printedOrders } from './protocol/printed-orders';
import type { Service } from './service';
import { acm } from './services/acm/acm';
import { apiGateway } from './services/api-gateway/api-gateway';

/** The services whose inputs are JSON, with the packages whose types tell of their enumerations. */
const sources: [Service, string][] = [
  [apiGateway, '@aws-sdk/client-api-gateway'],
  [acm, '@aws-sdk/client-acm'],
];

/** `sandbox/protocol/enums.json`: the enumerations of all inputs, read out of the SDK's declarations. */
export function enumTable(): string {
  const table = Object.fromEntries(sources.map(([service, name]) => [service.name, enumsOf(service, name)]));
  return `${JSON.stringify(table, null, 2)}\n`;
}

function enumsOf(service: Service, packageName: string): ServiceEnums {
  const values = enumerations(declarations(packageName, 'enums'));
  const reachable = structuresOf([...service.shapes.values()].map(({ input }) => input));
  const members: ServiceEnums['members'] = {};
  const used = new Set<string>();
  for (const node of declarations(packageName, 'models_0').statements) {
    if (!ts.isInterfaceDeclaration(node) || !reachable.has(node.name.text)) continue;
    const found = node.members.flatMap((member): [string, string][] => {
      const name = ts.isPropertySignature(member) && ts.isIdentifier(member.name) ? member.name.text : undefined;
      const type = ts.isPropertySignature(member) ? referenceIn(member.type) : undefined;
      return name !== undefined && type !== undefined && values.has(type) ? [[name, type]] : [];
    });
    for (const [, type] of found) used.add(type);
    if (found.length > 0) members[node.name.text] = Object.fromEntries(found);
  }
  const inOrder = [...used].sort().map((name) => [name, printed(service.name, name, values.get(name) ?? [])]);
  return { enums: Object.fromEntries(inOrder), members };
}

function declarations(packageName: string, file: 'enums' | 'models_0'): ts.SourceFile {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const name = path.join(path.dirname(manifest), 'dist-types', 'models', `${file}.d.ts`);
  return ts.createSourceFile(name, readFileSync(name, 'utf8'), ts.ScriptTarget.Latest);
}

/** `declare const Op: { readonly add: "add"; … }` */
function enumerations(source: ts.SourceFile): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || !type || !ts.isTypeLiteralNode(type)) continue;
      const values = type.members.flatMap((member) => {
        const literal = ts.isPropertySignature(member) && member.type && ts.isLiteralTypeNode(member.type);
        const value = literal ? (member.type as ts.LiteralTypeNode).literal : undefined;
        return value && ts.isStringLiteral(value) ? [value.text] : [];
      });
      found.set(name.text, values);
    }
  }
  return found;
}

/** `X` in `X | undefined` and in `X[] | undefined`. */
function referenceIn(type: ts.TypeNode | undefined): string | undefined {
  if (!type) return undefined;
  if (ts.isUnionTypeNode(type)) return type.types.map(referenceIn).find((name) => name !== undefined);
  if (ts.isArrayTypeNode(type)) return referenceIn(type.elementType);
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? type.typeName.text : undefined;
}

/** The structures that inputs are made of, at any depth. */
function structuresOf(schemas: NormalizedSchema[], names = new Set<string>()): Set<string> {
  for (const schema of schemas) {
    const name = schema.getName();
    if (schema.isListSchema() || schema.isMapSchema()) structuresOf([schema.getValueSchema()], names);
    else if (schema.isStructSchema() && name !== undefined && !names.has(name)) {
      names.add(name);
      structuresOf(
        [...schema.structIterator()].map(([, member]) => member),
        names,
      );
    }
  }
  return names;
}

/** Throws where the order that is known isn't of the values that there are. */
function printed(service: string, name: string, values: string[]): string {
  const order = printedOrders[service]?.[name];
  if (order && order.toSorted().join() !== values.toSorted().join())
    throw new Error(`The printed order of ${service} ${name} isn't one of ${values.join(', ')}`);
  return (order ?? values).join(', ');
}
