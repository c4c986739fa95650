import { applicationEntity } from '../entities/application.ts'
import type { Entity } from '../entities/property-table.ts'
import { servicePrincipalEntity } from '../entities/service-principal.ts'
import { groupEntity, userEntity } from '../entities/user.ts'
import { get, type Operation } from './operation.ts'

/** `$metadata`: the entities of this mock by name. Tools ask for it to learn whether a token is good. */
export const metadataOperations: readonly Operation[] = [
  get('$metadata', () => ({
    status: 200,
    text: { contentType: 'application/xml', content: document() },
  })),
]

function document(): string {
  const types = [applicationEntity, servicePrincipalEntity, userEntity, groupEntity].map(entityType)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    '<edmx:DataServices><Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
    ...types,
    '</Schema></edmx:DataServices></edmx:Edmx>',
  ].join('\n')
}

type Described = Pick<Entity<never>, 'typeName' | 'properties'>

function entityType({ typeName, properties }: Described): string {
  const names = Object.keys(properties).map((name) => `<Property Name="${name}"/>`)
  return `<EntityType Name="${typeName.replace('microsoft.graph.', '')}">${names.join('')}</EntityType>`
}
