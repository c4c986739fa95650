import { get, type Operation } from '../call/operation.ts'
import type { Entity } from '../show/property-table.ts'

/** `$metadata`: the entities of this mock by name. Tools ask for it to learn whether a token is good. */
export const metadataOperations = (entities: readonly Described[]): readonly Operation[] => [
  get('$metadata', () => ({
    status: 200,
    text: { contentType: 'application/xml', content: document(entities) },
  })),
]

function document(entities: readonly Described[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    '<edmx:DataServices><Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
    ...entities.map(entityType),
    '</Schema></edmx:DataServices></edmx:Edmx>',
  ].join('\n')
}

type Described = Pick<Entity<never>, 'typeName' | 'properties'>

function entityType({ typeName, properties }: Described): string {
  const names = Object.keys(properties).map((name) => `<Property Name="${name}"/>`)
  return `<EntityType Name="${typeName.replace('microsoft.graph.', '')}">${names.join('')}</EntityType>`
}
