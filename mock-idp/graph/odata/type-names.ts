/** The types of the directory in lower case, each with the type it is derived from. */
const baseTypes: Readonly<Record<string, string | undefined>> = {
  directoryobject: undefined,
  application: 'directoryobject',
  agentidentityblueprint: 'application',
  serviceprincipal: 'directoryobject',
  agentidentityblueprintprincipal: 'serviceprincipal',
  agentidentity: 'serviceprincipal',
  user: 'directoryobject',
  agentuser: 'user',
  group: 'directoryobject',
}

/** A type's name without `#` and namespace, in lower case: Graph reads `microsoft.graph.` and `graph.` in any case. */
function shortName(type: string): string {
  return type.toLowerCase().replace(/^#?(?:microsoft\.)?(?:graph\.)?/, '')
}

/** Whether a type is the other one or derived from it, as an agent identity is a service principal. */
export function isKindOf(type: string, base: string): boolean {
  const wanted = shortName(base)
  let name: string | undefined = shortName(type)
  while (name !== undefined && name !== wanted) name = baseTypes[name]
  return name !== undefined
}

/** Whether the directory has objects of a type. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(baseTypes, shortName(type))
}
