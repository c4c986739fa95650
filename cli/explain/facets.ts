import type { JsonObject } from '../../wire/json-object.ts'
import { textOf } from './claims.ts'

/** The numbers of a claim such as `xms_act_fct`: a set, in no fixed order. */
export function facetsOf(claims: JsonObject, name: string): readonly string[] {
  return (textOf(claims, name) ?? '').split(/\s+/).filter(Boolean)
}

export const agentFacet = '11'
export const agentUserFacet = '13'

export function hasFacet(claims: JsonObject, name: string, facet: string): boolean {
  return facetsOf(claims, name).includes(facet)
}
